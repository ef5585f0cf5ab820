namespace NegotiationSim.Simulation;

/// <summary>Philox4x32-10: four random words as a pure function of a counter and a key.</summary>
/// <remarks>Stateless, so a draw depends on nothing that was drawn before it.
/// Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011).</remarks>
public static class Philox4x32
{
    private const int Rounds = 10;
    private const uint FirstMultiplier = 0xD2511F53;
    private const uint SecondMultiplier = 0xCD9E8D57;
    private const uint FirstKeyStep = 0x9E3779B9;
    private const uint SecondKeyStep = 0xBB67AE85;

    /// <summary>The block of four words for a counter and a key.</summary>
    public static (uint W0, uint W1, uint W2, uint W3) Block((uint W0, uint W1, uint W2, uint W3) counter, (uint W0, uint W1) key)
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = key;
        unchecked
        {
            for (var round = 0; round < Rounds; round++)
            {
                var first = (ulong)FirstMultiplier * c0;
                var second = (ulong)SecondMultiplier * c2;
                c0 = (uint)(second >> 32) ^ c1 ^ k0;
                c1 = (uint)second;
                c2 = (uint)(first >> 32) ^ c3 ^ k1;
                c3 = (uint)first;
                k0 += FirstKeyStep;
                k1 += SecondKeyStep;
            }
        }
        return (c0, c1, c2, c3);
    }
}
