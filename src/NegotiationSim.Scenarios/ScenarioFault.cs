namespace NegotiationSim.Scenarios;

/// <summary>A mistake in a scenario or in its seeds, and how to mend it.</summary>
/// <param name="File">Path of the file: relative where its folder was given so.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Member">Path of the member in a YAML file, such as rules.named[2].votes; name of the column in a CSV file.
/// Empty where the file as a whole is at fault.</param>
/// <param name="Message">Goes on from the member: is missing.</param>
public sealed record ScenarioFault(string File, int Line, string Member, string Message)
{
    public override string ToString() => Member.Length == 0 ? $"{File}:{Line}: {Message}" : $"{File}:{Line}: {Member} {Message}";
}
