using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>From a scenario, a seed and a run to the command that opens the room.</summary>
internal static class Opening
{
    public static OpenNegotiation Of(Scenario scenario, ulong seed, uint run)
    {
        var chance = new Chance(seed, run);
        var parameters = scenario.Parameters;
        var provisions = scenario.Issues.SelectMany(i => i.Provisions).ToImmutableArray();
        var placeOf = provisions.Select((p, place) => (p.Id, place)).ToDictionary(p => p.Id, p => p.place);

        var instructions = scenario.Instructions.GroupBy(i => i.Delegation).ToImmutableSortedDictionary(
            rows => rows.Key,
            rows => new DelegationInstructions(rows.ToImmutableSortedDictionary(r => r.Provision, r => Drawn(r, parameters, chance, placeOf[r.Provision]))));
        var confidences = instructions.ToImmutableSortedDictionary(
            row => row.Key,
            row => new Confidence(
                row.Value.Provisions.ToImmutableSortedDictionary(p => p.Key, p => Flexibility.Openness(p.Value.Flexibility, parameters.OpennessBase, parameters.OpennessPerFlexibility)),
                Trust.FromWeight(parameters.TrustInChair)));
        var positions = instructions.ToImmutableSortedDictionary(row => row.Key, row => provisions.Select(p => row.Value.Provisions[p.Id].Ideal).ToImmutableArray());
        var draft = provisions.ToImmutableSortedDictionary(p => p.Id, p => Compiled(p, instructions));

        var command = new OpenNegotiation(
            scenario,
            Conductor.Version,
            seed,
            run,
            instructions,
            confidences,
            TrustPrior(scenario),
            [.. provisions.Select(p => p.Id)],
            positions,
            draft,
            new RoundMeasures(0, null, 0, 0, 0, ImmutableSortedDictionary<IssueId, IssueMeasures>.Empty))
        {
            By = Actor.CoFacilitators,
            At = FirstMorning(scenario.Programme),
        };
        var opened = Negotiation.Replay(Negotiation.Unopened, Negotiation.Decide(Negotiation.Unopened, command).Events.Where(e => e is not MeasuresTaken));
        return command with { Measures = Figures.Of(opened, opened.Model!.Trust) };
    }

    private static ProvisionInstruction Drawn(Instruction stated, ModelParameters parameters, Chance chance, int provision)
    {
        var spread = stated.Certainty switch
        {
            Certainty.Documented => parameters.SpreadDocumented,
            Certainty.Inferred => parameters.SpreadInferred,
            _ => parameters.SpreadPlaceholder,
        };
        var ideal = Position.Clamp(stated.Ideal.Units + chance.For(stated.Delegation, provision, 0, ChancePhase.Start).Spread(spread));
        var half = Flexibility.HalfRange(stated.Flexibility, parameters.RangePerFlexibility);
        return new(ideal, stated.Salience, stated.Flexibility, Position.Clamp(ideal.Units - half.Units), Position.Clamp(ideal.Units + half.Units), stated.HasRedLine,
            new InstructionOrigin(stated.Ideal, stated.Certainty, stated.Actor));
    }

    /// <summary>The compiled text: an alternative for each step of the ladder that is the nearest to somebody, sponsored by all whom it is nearest to.</summary>
    private static DraftProvision Compiled(Provision provision, ImmutableSortedDictionary<DelegationId, DelegationInstructions> instructions)
    {
        var nearest = instructions.GroupBy(
            row => provision.Ladder.MinBy(s => Math.Abs(s.At.Units - row.Value.Provisions[provision.Id].Ideal.Units))!.At,
            row => row.Key).OrderBy(g => g.Key).ToList();
        var standing = nearest.Select((g, i) => new StandingAlternative(AlternativeId.Of(provision.Id, i + 1), g.Key)).ToArray();
        var behind = instructions
            .Select(row => (row.Key, Behind: Redraft.Behind(row.Value.Provisions[provision.Id].Ideal, row.Value.Provisions[provision.Id], standing)))
            .Where(row => row.Behind is not null)
            .ToLookup(row => row.Behind!.Value, row => row.Key);
        var alternatives = nearest.Select((g, i) => new Alternative(
            standing[i].Id,
            g.Key,
            Wording.At(provision, g.Key),
            [.. g.Order()],
            [.. behind[standing[i].Id]])).ToImmutableArray();
        return new DraftProvision(alternatives, Redraft.Text(alternatives), alternatives.Length + 1, IsClosed: false);
    }

    private static ImmutableArray<Trust> TrustPrior(Scenario scenario)
    {
        var homes = scenario.Groups.Count(g => g.IsHome);
        var (within, between) = (Trust.FromWeight(scenario.Parameters.TrustWithinGroup), Trust.FromWeight(scenario.Parameters.TrustBetweenGroups));
        return [.. Enumerable.Range(0, homes * homes).Select(i => i / homes == i % homes ? within : between)];
    }

    /// <summary>The room opens in the morning of the programme's first day.</summary>
    private static RoomTime FirstMorning(ProgrammeOfWork programme) => RoomTime.Of(programme.Items[0].FirstDay, programme.Hours.Opens);
}
