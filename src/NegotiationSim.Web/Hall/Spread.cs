using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Web;

/// <summary>How far apart the States stand.</summary>
public static class Spread
{
    /// <summary>Variance on the ladder: 0 when all stand at one place, 0.25 for two equal poles. For choosing what to show; never a measure.</summary>
    public static double Of(ImmutableArray<Position> positions)
    {
        var mean = positions.Average(p => p.Share);
        return positions.Average(p => (p.Share - mean) * (p.Share - mean));
    }
}
