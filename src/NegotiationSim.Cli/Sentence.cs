using Spectre.Console;

namespace NegotiationSim.Cli;

/// <summary>Something that a person at the command line can mend: one clear line, and an exit code that is not 0.</summary>
/// <param name="isFileAtFault">False when the call itself is at fault.</param>
public sealed class UserFaultException(string sentence, bool isFileAtFault = false) : Exception(sentence)
{
    public int ExitCode => isFileAtFault ? Sentence.Faulty : Sentence.Misused;
}

/// <summary>How faults are said at the command line.</summary>
internal static class Sentence
{
    public const int Done = 0;

    /// <summary>The files are at fault: a scenario with faults, a record that does not hold.</summary>
    public const int Faulty = 1;

    /// <summary>The call is at fault: wrong arguments, a missing file, a folder that cannot be written.</summary>
    public const int Misused = 2;

    private const int Cancelled = 130;

    public static IAnsiConsole Errors { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Runs a command; what a person can mend becomes one line on the error stream.</summary>
    public static async Task<int> OrFault(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (UserFaultException e)
        {
            return Say(e.Message, e.ExitCode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Say(e.Message, Misused);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped; nothing was written.");
            return Cancelled;
        }
    }

    private static int Say(string sentence, int exitCode)
    {
        Console.Error.WriteLine($"negsim: {sentence}");
        return exitCode;
    }
}
