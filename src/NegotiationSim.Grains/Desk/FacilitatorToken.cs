using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NegotiationSim.Grains;

/// <summary>What the facilitator of a room shows at the door: 256 random bits, of which the desk keeps only the hash.</summary>
public static class FacilitatorToken
{
    private const int LongestShown = 200;

    /// <summary>A new token, in 43 characters of base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 of a token, in lower-case hexadecimal.</summary>
    /// <returns>The empty string, which no token has, for what cannot be one.</returns>
    public static string Hash(string token) =>
        token.Length is 0 or > LongestShown ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Takes the same time wherever the two differ.</summary>
    internal static bool IsSame(string kept, string shown) =>
        kept.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(shown));
}
