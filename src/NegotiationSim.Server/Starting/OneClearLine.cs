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
        catch (Exception e) when (Reason(e) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            return 1;
        }
    }

    private static string? Reason(Exception e) => e switch
    {
        JournalUnavailableException => e.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        IOException { InnerException: AddressInUseException } => $"{e.Message} Name another address: --urls http://127.0.0.1:5001",
        AggregateException { InnerExceptions: [var only] } => Reason(only),
        _ => null,
    };
}
