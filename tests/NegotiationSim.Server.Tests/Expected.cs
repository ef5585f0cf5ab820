using NegotiationSim.Domain;
using NegotiationSim.Journal;
using NegotiationSim.Scenarios;
using NegotiationSim.Simulation;

namespace NegotiationSim.Server.Tests;

/// <summary>What a room without people must write, and what the public may see of it.</summary>
internal static class Expected
{
    public const string FirstContact = "first-contact";

    /// <summary>Kinds that are for facilitators or single delegations; whole tables of them never go to the public.</summary>
    public static readonly string[] PrivateKinds = ["modelConfigured", "trustMoved", "roundAudited", "instructionsGiven", "instructionsChanged", "confidenceMoved"];

    public static NegotiationEvent[] Record(string scenario, ulong seed) =>
        [.. Headless.Play(new ScenarioLibrary().Open(scenario)!.Scenario!, seed, run: 0).SelectMany(batch => batch)];

    public static string[] Canonical(IEnumerable<NegotiationEvent> record) => [.. record.Select(Text)];

    public static string Fingerprint(IEnumerable<NegotiationEvent> record) =>
        Chain.Of(record.Select(e => (ReadOnlyMemory<byte>)NegotiationJson.Bytes(e))).ToString();

    /// <summary>Positions and canonical JSON of what the public may see.</summary>
    public static (long Position, string Event)[] Public(NegotiationEvent[] record) =>
        [.. record.Select((e, i) => (Position: i + 1L, Seen: Audience.See(Viewer.Public, e))).Where(e => e.Seen is not null).Select(e => (e.Position, Text(e.Seen!)))];

    public static string Text(NegotiationEvent happened) => System.Text.Encoding.UTF8.GetString(NegotiationJson.Bytes(happened));

    public static string Text(RecordLine line) => System.Text.Encoding.UTF8.GetString(line.Canonical.Span);
}
