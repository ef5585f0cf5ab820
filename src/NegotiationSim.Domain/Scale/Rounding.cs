namespace NegotiationSim.Domain;

/// <summary>Division of whole numbers with one rounding, half to even.</summary>
/// <remarks>Half to even leans to neither side: it is exact under reflection (x to 1 - x) and under shifts by an even number of units.
/// Source: decisions/0003-numbers-that-replay.md.</remarks>
public static class Rounding
{
    /// <summary>The whole number nearest to numerator / denominator; of two equally near, the even one.</summary>
    /// <param name="denominator">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is 0 or less.</exception>
    /// <exception cref="OverflowException">The quotient does not fit into 64 bits.</exception>
    public static long HalfEven(Int128 numerator, Int128 denominator)
    {
        if (denominator <= 0) throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "The denominator is above 0.");

        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        if (remainder < 0)
        {
            quotient--;
            remainder += denominator;
        }
        var below = denominator - remainder;
        if (remainder > below || (remainder == below && Int128.IsOddInteger(quotient))) quotient++;
        return checked((long)quotient);
    }

    /// <inheritdoc cref="HalfEven(Int128, Int128)"/>
    public static long HalfEven(long numerator, long denominator)
    {
        if (denominator <= 0) throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "The denominator is above 0.");

        var (quotient, remainder) = Math.DivRem(numerator, denominator);
        if (remainder < 0)
        {
            quotient--;
            remainder += denominator;
        }
        var below = denominator - remainder;
        if (remainder > below || (remainder == below && long.IsOddInteger(quotient))) quotient++;
        return quotient;
    }
}
