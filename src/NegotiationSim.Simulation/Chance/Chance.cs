using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Chance by name: a draw is a pure function of seed, run, who, what and when.</summary>
/// <remarks>Independent of the order of the draws, of where they are made and of how often. Philox4x32-10 with
/// key = (low word of the seed, high word of the seed xor run) and
/// counter = (entity, provision in the upper and draw number in the lower 16 bits, round, phase).</remarks>
/// <param name="Seed">What the facilitator or the researcher chose.</param>
/// <param name="Run">Number of the run under this seed, from 0.</param>
public readonly record struct Chance(ulong Seed, uint Run)
{
    /// <summary>Version of the layout above, of <see cref="EntityNumber"/> and of how a <see cref="Draw"/> reads its words. Every record names it.</summary>
    public const int LayoutVersion = 1;

    /// <summary>The provision to name when a draw concerns none.</summary>
    public const int NoProvision = ushort.MaxValue;

    /// <inheritdoc cref="For(uint, int, int, ChancePhase, int)"/>
    public Draw For(DelegationId delegation, int provision, int round, ChancePhase phase, int drawNo = 0) =>
        For(EntityNumber.Of(delegation), provision, round, phase, drawNo);

    /// <inheritdoc cref="For(uint, int, int, ChancePhase, int)"/>
    public Draw For(GroupId group, int provision, int round, ChancePhase phase, int drawNo = 0) =>
        For(EntityNumber.Of(group), provision, round, phase, drawNo);

    /// <inheritdoc cref="For(uint, int, int, ChancePhase, int)"/>
    public Draw For(string name, int provision, int round, ChancePhase phase, int drawNo = 0) =>
        For(EntityNumber.Of(name), provision, round, phase, drawNo);

    /// <summary>The draw of this name.</summary>
    /// <param name="entity">An <see cref="EntityNumber"/>.</param>
    /// <param name="provision">Place of the provision in the scenario, from 0; <see cref="NoProvision"/> when it concerns none.</param>
    /// <param name="round">From 0; 0 is before the first round.</param>
    /// <param name="drawNo">0 to 65535: tells apart what one entity draws in one phase about one provision.</param>
    /// <exception cref="ArgumentOutOfRangeException">Provision, round or draw number is outside its range.</exception>
    public Draw For(uint entity, int provision, int round, ChancePhase phase, int drawNo = 0)
    {
        if (provision is < 0 or > ushort.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(provision), provision, "A provision's place has 16 bits.");
        if (drawNo is < 0 or > ushort.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(drawNo), drawNo, "A draw's number has 16 bits.");
        ArgumentOutOfRangeException.ThrowIfNegative(round);

        var (w0, w1, _, _) = Philox4x32.Block(
            (entity, ((uint)provision << 16) | (uint)drawNo, (uint)round, (uint)phase),
            ((uint)Seed, (uint)(Seed >> 32) ^ Run));
        return new Draw(((ulong)w0 << 32) | w1);
    }
}

/// <summary>64 random bits, read in one of three ways. A second reading of the same draw is not a second draw.</summary>
/// <param name="Bits">The first two words of the block, the first one above.</param>
public readonly record struct Draw(ulong Bits)
{
    private const int UniformBits = 53;

    /// <summary>A number from 0 up to but not 1, in steps of 2^-53.</summary>
    public double Uniform() => (Bits >> (64 - UniformBits)) * (1.0 / (1L << UniformBits));

    /// <summary>A whole number from 0 up to but not <paramref name="count"/>; each as likely as any other to within count / 2^64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is nothing to choose from.</exception>
    public int Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)Math.BigMul(Bits, (ulong)count, out _);
    }

    /// <summary>True with exactly this probability: never at 0, always at 1.</summary>
    public bool Happens(Weight probability) => Math.BigMul(Bits, (ulong)Weight.One, out _) < (ulong)probability.Units;

    /// <summary>A shift of h u in units of a position, u uniform between -1 and 1, rounded half to even.</summary>
    /// <remarks>The opposite bits give exactly the opposite shift, so chance leans to neither end of a ladder.</remarks>
    /// <param name="h">The furthest shift.</param>
    /// <returns>-h to h.</returns>
    public long Spread(Position h)
    {
        // The odd numbers between -2^53 and 2^53: as many below 0 as above, and 0 is not among them.
        var odd = 2 * (long)(Bits >> (64 - UniformBits)) + 1 - (1L << UniformBits);
        return Rounding.HalfEven(Math.BigMul(odd, h.Units), (Int128)1 << UniformBits);
    }
}
