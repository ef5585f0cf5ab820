using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>What a group stands for, and how far a member's statement follows it.</summary>
public static class GroupLine
{
    private const int OnTheStack = 256;

    /// <summary>The common line on one provision: the median of the members' positions, each weighted by its salience times its capability.</summary>
    /// <remarks>The middle of the median where it is a gap, so that no group leans to the left end of a ladder by its arithmetic.</remarks>
    /// <param name="positions">The members'; at least one.</param>
    /// <exception cref="ArgumentException">The group is empty, or the three are not of one length.</exception>
    public static Position Of(ReadOnlySpan<Position> positions, ReadOnlySpan<Weight> saliences, ReadOnlySpan<Weight> capabilities)
    {
        var n = positions.Length;
        if (saliences.Length != n || capabilities.Length != n) throw new ArgumentException("Every member has one salience and one capability.");

        Span<long> places = n <= OnTheStack ? stackalloc long[n] : new long[n];
        Span<long> weights = n <= OnTheStack ? stackalloc long[n] : new long[n];
        for (var i = 0; i < n; i++)
        {
            places[i] = positions[i].Units;
            weights[i] = (long)saliences[i].Units * capabilities[i].Units;
        }
        return new(WeightedMedian.Middle(places, weights));
    }

    /// <summary>v = (1 - d) own + d line, rounded once, half to even: what a member says in the room.</summary>
    /// <param name="discipline">d; 0 says its own position, 1 the group's line.</param>
    public static Position Disciplined(Position own, Position line, Weight discipline) =>
        new(Rounding.HalfEven(own.Units * (Weight.One - discipline.Units) + line.Units * discipline.Units, Weight.One));
}
