using System.Numerics;

namespace NegotiationSim.Simulation.Tests;

/// <summary>Bounded confidence, on agents one apart who hear whoever is at most one away.</summary>
public class HegselmannKrause
{
    private const long Step = 1L << 32;

    [Theory]
    [InlineData(6, 6, new[] { 3, 3 })]
    [InlineData(7, 6, new[] { 3, 1, 3 })]
    [InlineData(9, 7, new[] { 3, 3, 3 })]
    [InlineData(12, 11, new[] { 3, 3, 3, 3 })]
    public void Equally_spaced_agents_freeze_in_the_published_clusters_at_the_published_time(int n, int time, int[] clusters)
    {
        var (positions, rounds) = Freeze(n, Step);

        Assert.Equal(time, rounds);
        Assert.Equal(clusters, Sizes(positions));
    }

    [Fact]
    public void Any_number_of_agents_freezes_as_in_exact_fractions()
    {
        // Every number to a hundred; beyond it the fractions grow long, and every ninth will do.
        for (var n = 1; n <= 200; n += n < 101 ? 1 : 9)
        {
            var (exact, time) = FreezeInFractions(n);
            var (positions, rounds) = Freeze(n, Step);

            Assert.Equal((n, time), (n, rounds));
            Assert.Equal(Sizes(exact), Sizes(positions));
            // Every update rounds by half a unit at most.
            Assert.All(exact.Zip(positions), pair => Assert.InRange(pair.First.Times(Step) - pair.Second, -n, n));
        }
    }

    [Theory]
    [InlineData(1L << 12)]
    [InlineData(1L << 20)]
    [InlineData(1_000_000)]
    [InlineData((1L << 40) / 100)]
    public void The_grid_does_not_decide_how_agents_freeze(long step)
    {
        foreach (var n in new[] { 6, 7, 9, 12, 100 })
        {
            var (exact, time) = FreezeInFractions(n);
            var (positions, rounds) = Freeze(n, step);

            Assert.Equal((n, time), (n, rounds));
            Assert.Equal(Sizes(exact), Sizes(positions));
        }
    }

    private static (long[] Positions, int Rounds) Freeze(int n, long step)
    {
        var start = Enumerable.Range(0, n).Select(i => i * step).ToArray();
        return ARoom.Settle(start, x => ARoom.Round(x, x, Pulls.Neutral, step, ARoom.Each(n, 1L)), 10 * n);
    }

    /// <summary>The same model on its own, in exact fractions, written from the published definition.</summary>
    private static (Fraction[] Positions, int Rounds) FreezeInFractions(int n)
    {
        var x = Enumerable.Range(0, n).Select(i => new Fraction(i, 1)).ToArray();
        var moved = ARoom.Each(n, true);
        var (from, to) = (new int[n], new int[n]);
        for (var rounds = 0; ; rounds++)
        {
            var next = (Fraction[])x.Clone();
            for (var i = 0; i < n; i++)
            {
                // Agents keep their order, so those whom one hears stand in a row; if nobody in it or beside it has moved, it is the row of before.
                var nothingNew = !moved.AsSpan(Math.Max(from[i] - 1, 0)..Math.Min(to[i] + 1, n)).Contains(true);
                if (rounds > 0 && nothingNew) continue;

                for (from[i] = i; from[i] > 0 && x[i].IsAtMostOneAbove(x[from[i] - 1]);) from[i]--;
                for (to[i] = i + 1; to[i] < n && x[to[i]].IsAtMostOneAbove(x[i]);) to[i]++;
                next[i] = Fraction.Mean(x[from[i]..to[i]]);
            }
            for (var i = 0; i < n; i++) moved[i] = !next[i].Equals(x[i]);
            if (!moved.Contains(true)) return (x, rounds);
            x = next;
        }
    }

    private static int[] Sizes<T>(T[] positions) => positions.GroupBy(x => x).Select(g => g.Count()).ToArray();

    private readonly record struct Fraction
    {
        private readonly BigInteger _numerator;
        private readonly BigInteger _denominator;

        public Fraction(BigInteger numerator, BigInteger denominator)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            (_numerator, _denominator) = (numerator / divisor, denominator / divisor);
        }

        public static Fraction Mean(Fraction[] all)
        {
            BigInteger numerator = 0, denominator = 1;
            foreach (var one in all)
                (numerator, denominator) = (numerator * one._denominator + one._numerator * denominator, denominator * one._denominator);
            return new(numerator, denominator * all.Length);
        }

        public bool IsAtMostOneAbove(Fraction other) =>
            (_numerator - _denominator) * other._denominator <= other._numerator * _denominator;

        public double Times(long factor) => (double)(_numerator * factor / _denominator);
    }
}
