using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Web;

/// <summary>Some groups that sit together.</summary>
/// <param name="Homes">The home groups of those who sit here.</param>
/// <param name="Members">Places in the order of the States.</param>
/// <param name="From">Angle at its left end; angles fall from pi at the far left to 0 at the far right.</param>
/// <param name="To">Angle at its right end.</param>
public sealed record Wedge(Words Name, Words ShortName, ImmutableArray<GroupId> Homes, ImmutableArray<int> Members, double From, double To);

/// <param name="X">From the podium, in the hall's own units, to the right.</param>
/// <param name="Y">From the podium, upwards.</param>
/// <param name="Row">0 next to the podium.</param>
public sealed record Place(double X, double Y, int Row, int Wedge);

/// <summary>Where each State sits: the same in every round and on every provision.</summary>
/// <remarks>Each State sits in one wedge, by its home group; groups that open with similar positions sit side by side.</remarks>
/// <param name="Places">In the order of the States.</param>
/// <param name="SeatingOrder">The States as one walks along the wedges, for the arrow keys.</param>
public sealed record HallPlan(ImmutableArray<Wedge> Wedges, ImmutableArray<Place> Places, ImmutableArray<int> SeatingOrder, int Rows, double SeatRadius)
{
    public const double Inner = 122;

    public const double Outer = 304;

    private const double WidestSeat = 25;

    public double OuterRadius { get; } = Rows == 1 ? (Inner + Outer) / 2 : Outer;

    public static HallPlan Of(Negotiation room)
    {
        var states = room.States;
        var seated = Ordered(room, Joined(room));
        var rows = RowsFor(states.Length);
        var radii = Radii(rows);
        var slots = Slots(states.Length, radii);
        var seatRadius = SeatRadiusFor(states.Length, radii);
        var gap = 13 / radii[rows / 2];
        var usable = Math.PI - (seated.Count - 1) * gap;
        var half = 0.5 / Math.Max(1, states.Length * radii[^1] / radii.Sum());

        var places = new Place[states.Length];
        var wedges = ImmutableArray.CreateBuilder<Wedge>(seated.Count);
        var order = ImmutableArray.CreateBuilder<int>(states.Length);
        var at = 0;
        for (var w = 0; w < seated.Count; w++)
        {
            var (name, shortName, homes, members) = seated[w];
            double AngleOf(double share) => Math.PI - share * usable - w * gap;
            var (first, last) = (slots[at].Share, slots[at].Share);
            foreach (var member in members)
            {
                var (share, row) = slots[at++];
                (first, last) = (Math.Min(first, share), Math.Max(last, share));
                var angle = AngleOf(share);
                places[member] = new(radii[row] * Math.Cos(angle), radii[row] * Math.Sin(angle), row, w);
                order.Add(member);
            }
            wedges.Add(new(name, shortName, homes, members, AngleOf(first - half), AngleOf(last + half)));
        }
        return new(wedges.ToImmutable(), [.. places], order.ToImmutable(), rows, seatRadius);
    }

    /// <summary>Places of a hall about which nothing is known but its size, in rows from the podium.</summary>
    public static ImmutableArray<Place> Empty(int states)
    {
        var radii = Radii(RowsFor(states));
        return [.. Slots(states, radii).Select(s => new Place(radii[s.Row] * Math.Cos(Math.PI * (1 - s.Share)), radii[s.Row] * Math.Sin(Math.PI * (1 - s.Share)), s.Row, 0))];
    }

    public static double SeatRadiusOfEmpty(int states) => SeatRadiusFor(states, Radii(RowsFor(states)));

    private static int RowsFor(int states) => Math.Clamp((int)Math.Round(Math.Sqrt(states / 3.0)), 1, 8);

    private static double[] Radii(int rows) =>
        rows == 1 ? [(Inner + Outer) / 2] : [.. Enumerable.Range(0, rows).Select(k => RowsInner(rows) + (Outer - RowsInner(rows)) * k / (rows - 1))];

    // A small room leaves more space at the podium, so that its few seats do not crowd there.
    private static double RowsInner(int rows) => rows >= 6 ? Inner : Inner + (6 - rows) * 14;

    private static double SeatRadiusFor(int states, double[] radii) =>
        Math.Min(WidestSeat, Math.Min(radii.Length == 1 ? WidestSeat : (radii[1] - radii[0]) * 0.331, Math.PI * radii.Sum() / states * 0.36));

    /// <summary>Evenly spaced seats, from the left: their share of the half circle and their row.</summary>
    private static List<(double Share, int Row)> Slots(int states, double[] radii)
    {
        var exact = radii.Select(r => states * r / radii.Sum()).ToArray();
        var count = exact.Select(e => (int)e).ToArray();
        foreach (var row in Enumerable.Range(0, radii.Length).OrderBy(k => count[k] - exact[k]).Take(states - count.Sum())) count[row]++;
        return [.. Enumerable.Range(0, radii.Length)
            .SelectMany(row => Enumerable.Range(0, count[row]).Select(j => (Share: (j + 0.5) / count[row], Row: row)))
            .OrderBy(s => s.Share).ThenBy(s => s.Row)];
    }

    private sealed record Party(Words Name, Words ShortName, ImmutableArray<GroupId> Homes, ImmutableArray<int> Members);

    /// <summary>Home groups with the rarest joined: permanent members to one wedge, a small group to the smallest other that all its members belong to.</summary>
    private static List<Party> Joined(Negotiation room)
    {
        var indices = Enumerable.Range(0, room.States.Length);
        var homes = room.HomeGroups.ToDictionary(g => g.Id, g => indices.Where(i => room.States[i].Home == g.Id).ToList());
        var rare = Math.Max(1, room.States.Length / 32);
        var joins = new Dictionary<GroupId, GroupId>();
        foreach (var group in room.HomeGroups.Where(g => homes[g.Id].Count <= rare && !IsAlone(room, g)))
        {
            var host = room.HomeGroups
                .Where(g => g.Id != group.Id && g.Members.Length > group.Members.Length && group.Members.All(m => g.Members.Contains(m)))
                .OrderBy(g => g.Members.Length)
                .FirstOrDefault();
            if (host is not null) joins[group.Id] = host.Id;
        }
        GroupId HostOf(GroupId id) => joins.TryGetValue(id, out var host) ? HostOf(host) : id;

        var parties = new List<Party>();
        foreach (var group in room.HomeGroups.Where(g => !IsAlone(room, g) && !joins.ContainsKey(g.Id)))
        {
            var sitting = room.HomeGroups.Where(g => HostOf(g.Id) == group.Id).Select(g => g.Id).ToImmutableArray();
            parties.Add(new(new(Spoken.Of(group), group.Name.Zh), group.ShortName, sitting, [.. sitting.SelectMany(id => homes[id])]));
        }
        var alone = room.HomeGroups.Where(g => IsAlone(room, g)).ToList();
        if (alone.Count > 0)
            parties.Add(new(new("Permanent members", "常任理事国"), new($"P{alone.Count}", alone.Count == 5 ? "五常" : null), [.. alone.Select(g => g.Id)], [.. alone.SelectMany(g => homes[g.Id])]));
        return parties;
    }

    private static bool IsAlone(Negotiation room, StateGroup group) =>
        group.Members.Length == 1 && room.States[room.IndexOf(group.Members[0])].IsPermanentMember;

    /// <summary>Along the direction in which the opening positions of the groups differ most.</summary>
    private static List<Party> Ordered(Negotiation room, List<Party> parties)
    {
        var provisions = room.Facts.Issues.SelectMany(i => i.Provisions).Where(p => p.IsCounted && room.Positions.ContainsKey(p.Id)).Select(p => p.Id).ToList();
        if (parties.Count < 3 || provisions.Count == 0) return parties;
        var means = parties.Select(party => provisions.Select(p => party.Members.Average(m => room.Positions[p][m].Share)).ToArray()).ToList();
        var centre = provisions.Select((_, k) => means.Average(m => m[k])).ToArray();
        var spread = means.Select(m => m.Select((x, k) => x - centre[k]).ToArray()).ToList();

        // The first principal component, by repeated multiplication: enough for a seating order.
        var direction = Enumerable.Repeat(1.0, provisions.Count).ToArray();
        for (var turn = 0; turn < 60; turn++)
        {
            var shares = spread.Select(s => s.Zip(direction, (a, b) => a * b).Sum()).ToArray();
            var next = provisions.Select((_, k) => spread.Select((s, g) => s[k] * shares[g]).Sum()).ToArray();
            var length = Math.Sqrt(next.Sum(x => x * x));
            if (length < 1e-12) return parties;
            direction = [.. next.Select(x => x / length)];
        }
        var sign = Math.Sign(direction.MaxBy(Math.Abs));
        return [.. parties.Select((party, g) => (party, At: sign * spread[g].Zip(direction, (a, b) => a * b).Sum())).OrderBy(p => p.At).Select(p => p.party)];
    }
}
