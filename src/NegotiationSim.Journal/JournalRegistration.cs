using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace NegotiationSim.Journal;

public static class JournalRegistration
{
    /// <summary>Adds the SQLite journal, with its options from section "Journal". It opens before any hosted service starts, or the host does not start.</summary>
    /// <remarks>Wall time comes from the registered <see cref="TimeProvider"/>, or else from the system.</remarks>
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JournalOptions>()
            .Bind(configuration.GetSection(JournalOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IJournal, SqliteJournal>();
        services.AddHostedService<JournalOpening>();
        return services;
    }

    /// <summary>Adds a journal that is forgotten with the process.</summary>
    public static IServiceCollection AddMemoryJournal(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IJournal>(provider => new MemoryJournal(provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Needs the journal, and so opens it: one that cannot be opened stops the start, and not the first negotiation.</summary>
    private sealed class JournalOpening(IJournal journal) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(journal);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
