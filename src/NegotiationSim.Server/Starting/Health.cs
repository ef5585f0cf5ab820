using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NegotiationSim.Journal;
using Orleans.Runtime;

namespace NegotiationSim.Server;

internal static class Health
{
    private const string Ready = "ready";

    public static IServiceCollection AddTruthfulHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<JournalHealth>("journal", tags: [Ready])
            .AddCheck<SiloHealth>("silo", tags: [Ready]);
        return services;
    }

    /// <summary>live: the process answers. ready: rooms can be opened, which takes a journal that can be read and a silo that has joined.</summary>
    public static void MapTruthfulHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }

    private sealed class JournalHealth(IJournal journal) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await journal.Head("health", cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (JournalUnavailableException e)
            {
                return HealthCheckResult.Unhealthy(e.Message, e);
            }
        }
    }

    private sealed class SiloHealth(ISiloStatusOracle silo, IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            silo.CurrentStatus is not SiloStatus.Active ? HealthCheckResult.Unhealthy("The silo has not joined.")
            : lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The server is closing.")
            : HealthCheckResult.Healthy());
    }
}
