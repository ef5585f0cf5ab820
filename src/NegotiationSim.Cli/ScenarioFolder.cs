using NegotiationSim.Domain;
using NegotiationSim.Scenarios;

namespace NegotiationSim.Cli;

/// <summary>A scenario named at the command line: a folder, or the name of one that travels with the program.</summary>
internal static class ScenarioFolder
{
    /// <exception cref="UserFaultException">There is none, or it has faults; each fault is said first.</exception>
    public static Scenario Open(string named)
    {
        var library = new ScenarioLibrary();
        var reading = Directory.Exists(named)
            ? library.OpenFolder(named)
            : library.Open(named) ?? throw new UserFaultException($"{named} is neither a folder nor a scenario of this program. It knows: {string.Join(", ", library.Names())}.");
        if (reading.IsSound) return reading.Scenario;
        foreach (var fault in reading.Faults) Console.Error.WriteLine(fault);
        throw new UserFaultException($"{named} has {Plural.Of(reading.Faults.Length, "fault")}; nothing was run.", isFileAtFault: true);
    }
}
