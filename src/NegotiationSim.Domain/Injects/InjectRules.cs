using System.Collections.Immutable;

namespace NegotiationSim.Domain;

internal static class InjectRules
{
    private const int LongestWords = 2_000;

    public static Decision Apply(Negotiation room, ApplyInject c)
    {
        if (!Negotiation.IsChair(c)) return Decision.Refuse(Refusal.OnlyFacilitators);
        if (room.InjectsApplied.Any(i => i.Id == c.Inject.Id)) return Decision.Refuse(Refusal.InjectKnown);
        if (c.By.IsFacilitator && TooLong(c.Inject)) return Decision.Refuse(Refusal.WordsTooLong);
        if (Unknown(room, c.Inject) is { } refusal) return Decision.Refuse(refusal);

        var events = ImmutableArray.CreateBuilder<NegotiationEvent>();
        events.Add(new InjectApplied(c.Inject.Id, c.Inject.Title, c.Inject.Text) { At = c.At, By = c.By });
        if (Changed(room, c.Inject) is { IsEmpty: false } rows) events.Add(new InstructionsChanged(rows) { At = c.At, By = c.By });
        if (Shifted(room, c.Inject) is { } trust) events.Add(new TrustMoved(trust) { At = c.At, By = c.By });
        return new Decision(events.DrainToImmutable(), null);
    }

    private static bool TooLong(Inject inject) =>
        new[] { inject.Id, inject.Title.En, inject.Title.Zh, inject.Text.En, inject.Text.Zh }.Any(w => w?.Length > LongestWords);

    private static Refusal? Unknown(Negotiation room, Inject inject)
    {
        if (string.IsNullOrWhiteSpace(inject.Id) || string.IsNullOrWhiteSpace(inject.Title.En) || string.IsNullOrWhiteSpace(inject.Text.En)) return Refusal.WordsMissing;
        // A list from outside may hold nothing where the types promise something.
        if (inject.Effects.Any(e => e is null)) return Refusal.NotOfThisRoom;
        if (inject.Effects.SelectMany(e => e.Delegations).Any(d => !room.HasDelegation(d))) return Refusal.NoSuchDelegation;
        if (inject.Effects.SelectMany(e => e.Provisions).Any(p => !room.Draft.ContainsKey(p))) return Refusal.NoSuchProvision;
        if (inject.Effects.SelectMany(e => e.Towards).Any(g => room.HomeGroups.All(h => h.Id != g))) return Refusal.NotInThatGroup;
        return null;
    }

    private static ImmutableSortedDictionary<DelegationId, DelegationInstructions> Changed(Negotiation room, Inject inject)
    {
        var rows = ImmutableSortedDictionary.CreateBuilder<DelegationId, DelegationInstructions>();
        foreach (var effect in inject.Effects.Where(e => e.IdealShift != 0 || e.SalienceShift != 0))
        {
            foreach (var delegation in effect.Delegations)
            {
                var changed = rows.GetValueOrDefault(delegation)?.Provisions ?? ImmutableSortedDictionary<ProvisionId, ProvisionInstruction>.Empty;
                var given = room.Instructions[delegation].Provisions;
                rows[delegation] = new(changed.SetItems(effect.Provisions.Where(given.ContainsKey)
                    .Select(p => KeyValuePair.Create(p, Shift(changed.GetValueOrDefault(p) ?? given[p], effect)))));
            }
        }
        return rows.ToImmutable();
    }

    private static ProvisionInstruction Shift(ProvisionInstruction before, InjectEffect effect) => before with
    {
        Ideal = Shift(before.Ideal, effect.IdealShift),
        From = Shift(before.From, effect.IdealShift),
        To = Shift(before.To, effect.IdealShift),
        Salience = new Weight((int)Math.Clamp((long)before.Salience.Units + effect.SalienceShift, 0, Weight.One)),
    };

    /// <summary>A shift by more than the whole ladder ends at its end, however large it is.</summary>
    private static Position Shift(Position before, long by) => Position.Clamp(before.Units + Math.Clamp(by, -Position.One, Position.One));

    /// <summary>Trust after the shock, or null when the shock does not touch it.</summary>
    private static ImmutableArray<Trust>? Shifted(Negotiation room, Inject inject)
    {
        if (room.Model is null || inject.Effects.All(e => e.TrustShift == 0 || e.Towards.IsEmpty)) return null;
        var homes = room.HomeGroups.Select(g => g.Id).ToList();
        var trust = room.Model.Trust.ToArray();
        foreach (var effect in inject.Effects.Where(e => e.TrustShift != 0))
        {
            var homesOf = effect.Delegations.Select(d => homes.IndexOf(room.States[room.IndexOf(d)].Home)).Distinct();
            var pairs = from a in homesOf
                        from b in effect.Towards.Select(homes.IndexOf)
                        where a != b
                        select (Math.Min(a, b), Math.Max(a, b));
            foreach (var (a, b) in pairs.Distinct())
            {
                trust[a * homes.Count + b] = Trust.Clamp(trust[a * homes.Count + b].Units + effect.TrustShift * (long)(Trust.One / Weight.One));
                trust[b * homes.Count + a] = Trust.Clamp(trust[b * homes.Count + a].Units + effect.TrustShift * (long)(Trust.One / Weight.One));
            }
        }
        return [.. trust];
    }
}
