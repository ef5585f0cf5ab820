using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What came of holding a record against the rules of the room and of the model.</summary>
/// <param name="Room">The room as far as the record could be followed.</param>
/// <param name="Followed">How many events were followed.</param>
/// <param name="IsDerived">True when all that the model wrote was derived again; false for an extract, or a record of another version of the model.</param>
/// <param name="WhyNot">Why it was folded only; null when it was derived.</param>
/// <param name="Difference">The first difference; null when there is none.</param>
public sealed record ReplayResult(Negotiation Room, int Followed, bool IsDerived, string? WhyNot, ReplayDifference? Difference);

/// <param name="Index">Place of the event among those given, from 0.</param>
/// <param name="Member">Path of the first member that differs: event.measures.round.</param>
/// <param name="Recorded">What the record says there; null when it says nothing.</param>
/// <param name="Derived">What the rules say; null when they say nothing.</param>
public sealed record ReplayDifference(int Index, string Member, string? Recorded, string? Derived);

/// <summary>Follows a record: folds it, compares its digests, and derives again all that the model wrote, taking people's acts as given.</summary>
public static class Replay
{
    /// <param name="events">In the order of the record; all of them, or an extract.</param>
    /// <param name="isWhole">False when events were left out: these are folded only.</param>
    /// <param name="progress">Told how many events have been followed; null when nobody asks.</param>
    public static ReplayResult Follow(IReadOnlyList<NegotiationEvent> events, bool isWhole, IProgress<int>? progress = null)
    {
        var whyNot = WhyNotDerived(events, isWhole);
        return whyNot is null ? Derive(events, progress) : Fold(events, whyNot, progress);
    }

    private static string? WhyNotDerived(IReadOnlyList<NegotiationEvent> events, bool isWhole)
    {
        if (!isWhole) return "it is an extract: events were left out";
        return events.OfType<ModelConfigured>().FirstOrDefault() switch
        {
            null => "it does not hold what the model ran on",
            { Model: var version } when version != Conductor.Version => $"it was written by version {version} of the model, and this is version {Conductor.Version}",
            _ => null,
        };
    }

    private static ReplayResult Fold(IReadOnlyList<NegotiationEvent> events, string whyNot, IProgress<int>? progress)
    {
        var room = Negotiation.Unopened;
        for (var i = 0; i < events.Count; i++)
        {
            if (WrongDigest(room, events[i]) is var (member, derived))
                return new(room, i, false, whyNot, new(i, member, Difference.Read(events[i], member), derived));
            if (TryEvolve(room, events[i]) is not { } next)
                return new(room, i, false, whyNot, new(i, "event", "does not follow from what the record says before it", null));
            room = next;
            progress?.Report(i + 1);
        }
        return new(room, events.Count, false, whyNot, null);
    }

    private static ReplayResult Derive(IReadOnlyList<NegotiationEvent> events, IProgress<int>? progress)
    {
        if (ScenarioOf(events) is not var (scenario, configured))
            return new(Negotiation.Unopened, 0, true, null, new(0, "event", "the record does not begin with the opening of a negotiation", null));

        var room = Negotiation.Unopened;
        var at = 0;
        while (at < events.Count)
        {
            var (derived, whyNot) = room.IsOpened && IsByAPerson(events[at]) ? Decided(room, events, at) : Next(room, scenario, configured);
            if (whyNot is not null) return new(room, at, true, null, new(at, "event", "cannot follow from what the record says before it", whyNot));
            if (derived.IsEmpty) return new(room, at, true, null, new(at, "event", "goes on where the model had nothing more to do", null));
            foreach (var expected in derived)
            {
                // A record may be read while its room goes on; batches are written whole, so this is the end of a file that was cut.
                if (at == events.Count) break;
                if (Difference.Between(events[at], expected) is var (member, recorded, said)) return new(room, at, true, null, new(at, member, recorded, said));
                room = Negotiation.Evolve(room, expected);
                at++;
            }
            progress?.Report(at);
        }
        return new(room, at, true, null, null);
    }

    /// <summary>What the model does next in this room; or why it can do nothing, where a file from outside opens with a room that cannot be.</summary>
    private static (ImmutableArray<NegotiationEvent> Events, string? WhyNot) Next(Negotiation room, Scenario scenario, ModelConfigured configured)
    {
        try
        {
            return (room.IsOpened
                ? Headless.CarryOut(room, Conductor.Next(room))
                : Negotiation.Decide(room, Headless.Opening(scenario, configured.Seed, configured.Run)).Events, null);
        }
        catch (Exception e) when (SpeaksOfWhatIsNotThere(e))
        {
            return ([], e.Message);
        }
    }

    /// <summary>What a person's act leads to by the rules of the room, given what the record says that the person did; or why it could not be done.</summary>
    private static (ImmutableArray<NegotiationEvent> Events, string? WhyNot) Decided(Negotiation room, IReadOnlyList<NegotiationEvent> events, int at)
    {
        try
        {
            if (PeoplesActs.CommandOf(room, events, at) is not { } command) return ([], "a person cannot do this");
            var decision = Negotiation.Decide(room, command);
            return decision.Refusal is { } refusal ? ([], refusal.Fact) : (PeoplesActs.WithWhatTheShockDid(decision.Events, events, at), null);
        }
        catch (Exception e) when (SpeaksOfWhatIsNotThere(e))
        {
            return ([], e.Message);
        }
    }

    private static bool IsByAPerson(NegotiationEvent happened) => happened.By.IsFacilitator;

    /// <summary>The scenario that the opening events hold; null when the record does not begin with them.</summary>
    private static (Scenario Scenario, ModelConfigured Configured)? ScenarioOf(IReadOnlyList<NegotiationEvent> events)
    {
        if (events.Count == 0 || events[0] is not NegotiationOpened opened) return null;
        if (events.OfType<InstructionsGiven>().FirstOrDefault() is not { } given || events.OfType<ModelConfigured>().FirstOrDefault() is not { } configured) return null;
        var provisions = opened.Issues.SelectMany(i => i.Provisions).ToArray();
        if (given.Rows.Values.Any(row => provisions.Any(p => !row.Provisions.ContainsKey(p.Id)))) return null;
        return (new Scenario
        {
            Name = opened.Scenario,
            Title = opened.Title,
            Summary = opened.Summary,
            Issues = opened.Issues,
            States = opened.States,
            Groups = opened.Groups,
            Instructions = [.. given.Rows.SelectMany(row => provisions.Select(p => Stated(row.Key, p.Id, row.Value.Provisions[p.Id])))],
            Programme = opened.Programme,
            Rules = opened.Rules,
            CoFacilitation = opened.CoFacilitation,
            Injects = configured.Injects,
            Parameters = configured.Parameters,
        }, configured);
    }

    private static Instruction Stated(DelegationId delegation, ProvisionId provision, ProvisionInstruction i) =>
        new(delegation, provision, i.Origin.Stated, i.Salience, i.Flexibility, i.HasRedLine, i.Origin.Certainty, i.Origin.Actor);

    /// <summary>The digest that the room has, where an event states another one; null when it states none, or the right one.</summary>
    private static (string Member, string Derived)? WrongDigest(Negotiation room, NegotiationEvent happened)
    {
        var (stated, derived) = happened switch
        {
            RoundEnded e => (e.Digest, NegotiationJson.Digest(Audience.View(Viewer.Public, room))),
            RoundAudited e when room.Model is not null => (e.Digest, NegotiationJson.Digest(room)),
            _ => ("", ""),
        };
        return stated == derived ? null : ("event.digest", derived);
    }

    /// <summary>The room after the event; null when the event speaks of what is not in the room.</summary>
    private static Negotiation? TryEvolve(Negotiation room, NegotiationEvent happened)
    {
        try
        {
            return Negotiation.Evolve(room, happened);
        }
        catch (Exception e) when (SpeaksOfWhatIsNotThere(e))
        {
            return null;
        }
    }

    // A file from outside may tell of a vote that nobody opened, or open a room with a rule that it does not have. Neither Evolve nor the
    // conductor holds rules against that, since no such room comes out of Decide and of the reader of scenarios.
    private static bool SpeaksOfWhatIsNotThere(Exception e) =>
        e is NullReferenceException or KeyNotFoundException or IndexOutOfRangeException or InvalidOperationException or ArgumentException or ArithmeticException;
}
