using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Protocol;

/// <summary>Where the HTTP API answers.</summary>
public static class ApiPaths
{
    public const string Scenarios = "/api/scenarios";

    public const string Negotiations = "/api/negotiations";

    /// <summary>How a scenario opens, in lines of public events.</summary>
    public static string Opening(string scenario) => $"{Scenarios}/{Uri.EscapeDataString(scenario)}/opening";

    public static string Negotiation(string id) => $"{Negotiations}/{Uri.EscapeDataString(id)}";

    /// <param name="verb">start, pause, resume or pace.</param>
    public static string Desk(string id, string verb) => $"{Negotiation(id)}/{verb}";

    public static string Record(string id) => $"{Negotiation(id)}/record";
}

/// <summary>A scenario that can be opened.</summary>
/// <param name="Name">The folder's name, to open it by.</param>
public sealed record ScenarioSummary(string Name, Words Title, Words Summary, int States, ImmutableArray<IssueSummary> Issues);

public sealed record IssueSummary(IssueId Id, Words Title, Words ShortTitle, int Provisions);

/// <summary>Opens a room.</summary>
/// <param name="Scenario">One of the scenarios' names.</param>
/// <param name="Seed">What chance is drawn from: 0 to 18446744073709551615.</param>
public sealed record OpenRequest(string Scenario, ulong Seed, Pace Pace);

/// <param name="FacilitatorToken">Said once and never again: the server keeps only its hash.</param>
public sealed record OpenReply(string Id, string FacilitatorToken);

public sealed record PaceRequest(Pace Pace);

/// <summary>A room in the list of rooms.</summary>
/// <param name="Position">Events recorded so far.</param>
/// <param name="LastWritten">Wall time of the last one.</param>
public sealed record NegotiationSummary(
    string Id, string Scenario, RoomStatus Status, Pace Pace, long Position, DateTimeOffset Opened, DateTimeOffset LastWritten);

/// <summary>How a room stands.</summary>
/// <param name="Position">Events recorded so far.</param>
/// <param name="Round">Rounds begun so far; 0 before the first.</param>
/// <param name="Issue">The issue under discussion; null between issues.</param>
/// <param name="Measures">The latest figures; null before any were taken.</param>
/// <param name="Fingerprint">Chain over what the caller may see of the record: 64 hexadecimal digits.</param>
/// <param name="IsWhole">Whether the caller sees the whole record, so that the fingerprint is the record's own.</param>
public sealed record NegotiationStanding(
    string Id,
    string Scenario,
    Words Title,
    DeskView Desk,
    long Position,
    int Round,
    IssueId? Issue,
    RoundMeasures? Measures,
    string Fingerprint,
    bool IsWhole)
{
    /// <summary>The desk's, for those who want nothing else of it.</summary>
    public RoomStatus Status => Desk.Status;

    /// <inheritdoc cref="Status"/>
    public Pace Pace => Desk.Pace;
}
