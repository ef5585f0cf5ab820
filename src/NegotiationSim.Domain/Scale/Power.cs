namespace NegotiationSim.Domain;

/// <summary>Powers made of + - * / and square roots only, so that every machine computes the same bits.</summary>
/// <remarks>The C library's pow differs between platforms in the last bit, and a last bit decides a rounding now and then.
/// IEEE 754 fixes the five operations used here. Source: decisions/0003-numbers-that-replay.md.</remarks>
public static class Power
{
    /// <summary>The base raised to the exponent, within 2^-40 relative where the power is a normal number; exact for a whole exponent whose power fits into 53 bits.</summary>
    /// <param name="value">0 or more. 0 raised to 0 is 1.</param>
    /// <param name="exponent">0 to 64.</param>
    /// <exception cref="ArgumentOutOfRangeException">The base is negative, or the exponent is outside its range.</exception>
    public static double Of(double value, double exponent)
    {
        if (!(value >= 0)) throw new ArgumentOutOfRangeException(nameof(value), value, "The base is 0 or more.");
        if (!(exponent is >= 0 and <= 64)) throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "The exponent lies between 0 and 64.");

        var whole = (int)exponent;
        var result = 1.0;
        var square = value;
        for (var n = whole; n > 0; n >>= 1)
        {
            if ((n & 1) == 1) result *= square;
            square *= square;
        }

        // The fraction in binary: each further bit is one more square root of the base.
        var fraction = exponent - whole;
        var root = value;
        for (var bit = 0; bit < 52 && fraction > 0; bit++)
        {
            root = Math.Sqrt(root);
            fraction *= 2;
            if (fraction < 1) continue;
            result *= root;
            fraction -= 1;
        }
        return result;
    }
}
