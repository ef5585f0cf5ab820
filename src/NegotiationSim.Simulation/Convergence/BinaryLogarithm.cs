namespace NegotiationSim.Simulation;

/// <summary>The logarithm to the base 2 out of + - * / only, so that every machine computes the same bits.</summary>
/// <remarks>For the same reason as <see cref="Domain.Power"/>.</remarks>
internal static class BinaryLogarithm
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>Within a few units of the last place; exact for powers of two.</summary>
    /// <param name="value">Above 0 and finite.</param>
    public static double Of(double value)
    {
        if (!(value > 0) || !double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A logarithm is of a finite number above 0.");

        var exponent = Math.ILogB(value);
        var mantissa = Math.ScaleB(value, -exponent);
        if (mantissa > 1.5)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 (z + z^3/3 + z^5/5 + ...) with z = (m - 1) / (m + 1), at most a fifth in size.
        var z = (mantissa - 1) / (mantissa + 1);
        var square = z * z;
        var sum = 0.0;
        for (var k = 27; k >= 1; k -= 2) sum = sum * square + 1.0 / k;
        return exponent + 2 * z * sum / Ln2;
    }
}
