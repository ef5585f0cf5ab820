using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using NegotiationSim.Journal;

namespace NegotiationSim.Server;

/// <summary>A server that cannot start says why in one line, and not in a page of stack.</summary>
internal static class OneClearLine
{
    /// <returns>The exit code: 0, or 1 when the server could not start for a reason that its owner can mend.</returns>
    public static async Task<int> OrRun(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OperationCanceledException)
        {
            // Asked to stop before it had started.
            return 0;
        }
        catch (Exception e) when (Reason(e) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }
    }

    /// <summary>Keeps the host from printing the stack of what is said in a line anyway. Once the server has started, it may.</summary>
    public static void AddOneClearLine(this WebApplicationBuilder builder)
    {
        var start = new StartIsOver();
        builder.Services.AddSingleton(start);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => start.IsOver && level >= LogLevel.Warning);
        builder.Logging.AddFilter("Orleans.Runtime", level => level >= (start.IsOver ? LogLevel.Warning : LogLevel.Error));
    }

    internal sealed class StartIsOver
    {
        public bool IsOver { get; set; }
    }

    private static string? Reason(Exception e) => e switch
    {
        JournalUnavailableException => e.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        IOException { InnerException: AddressInUseException } => $"{e.Message} Name another address: --urls http://127.0.0.1:5001",
        AggregateException all when all.InnerExceptions.Select(Reason).ToList() is var reasons && !reasons.Contains(null) => string.Join(" ", reasons),
        _ => null,
    };
}
