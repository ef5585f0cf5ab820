using System.Buffers.Binary;
using System.Globalization;

namespace NegotiationSim.Journal;

/// <summary>Thirty-two bytes that stand for everything a record says up to a position. Two records with the same fingerprint are the same record.</summary>
/// <remarks>Written as 64 lower-case hexadecimal digits. The default value, all zeros, is the fingerprint of a record that says nothing yet.</remarks>
public readonly record struct Fingerprint
{
    public const int Bytes = 32;

    public const int Digits = 2 * Bytes;

    private readonly UInt128 _first;
    private readonly UInt128 _second;

    private Fingerprint(UInt128 first, UInt128 second) => (_first, _second) = (first, second);

    /// <summary>The fingerprint of a record without events.</summary>
    public static Fingerprint Empty => default;

    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public static Fingerprint Of(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes
        ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]))
        : throw new ArgumentException($"A fingerprint has {Bytes} bytes and not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads 64 lower-case hexadecimal digits in ASCII, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> digits, out Fingerprint fingerprint)
    {
        fingerprint = default;
        if (digits.Length != Digits) return false;

        Span<byte> bytes = stackalloc byte[Bytes];
        for (var i = 0; i < Bytes; i++)
        {
            var (high, low) = (Nibble(digits[2 * i]), Nibble(digits[2 * i + 1]));
            if (high < 0 || low < 0) return false;
            bytes[i] = (byte)(high << 4 | low);
        }
        fingerprint = Of(bytes);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out Fingerprint)"/>
    public static bool TryParse(string? digits, out Fingerprint fingerprint)
    {
        fingerprint = default;
        return digits is { Length: Digits } && System.Text.Ascii.IsValid(digits)
            && TryParse(System.Text.Encoding.ASCII.GetBytes(digits), out fingerprint);
    }

    /// <param name="destination">Takes 32 bytes at its start.</param>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, _first);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _second);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Bytes];
        CopyTo(bytes);
        return bytes;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_first:x32}{_second:x32}");

    private static int Nibble(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };
}
