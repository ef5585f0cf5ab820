using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace NegotiationSim.Journal.Tests;

public sealed class TheChain
{
    [Fact]
    public void The_first_link_is_the_hash_of_thirty_two_zero_bytes_and_the_first_position_and_event()
    {
        var hashed = new byte[32].Concat(Encoding.UTF8.GetBytes("""{"position":1,"event":{"$t":"x"}}""")).ToArray();

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(hashed)), Chain.Next(Fingerprint.Empty, 1, """{"$t":"x"}"""u8).ToString());
    }

    [Fact]
    public void Each_next_link_begins_with_the_link_before()
    {
        var first = Chain.Next(Fingerprint.Empty, 1, """{"$t":"x"}"""u8);
        var hashed = first.ToArray().Concat(Encoding.UTF8.GetBytes("""{"position":1234567890123,"event":{"$t":"y"}}""")).ToArray();

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(hashed)), Chain.Next(first, 1234567890123, """{"$t":"y"}"""u8).ToString());
    }

    /// <summary>Computed outside this program. If this test fails, every record written so far has lost its fingerprint.</summary>
    [Fact]
    public void The_chain_is_what_it_was_when_the_first_record_was_written() =>
        Assert.Equal("e2cf488521c126305b0d57fb62b0df083fa7d740172ebad01d69c4e2da92c079", Chain.Of([Some.Event(1), Some.Event(2)]).ToString());

    [Fact]
    public void An_empty_record_has_the_fingerprint_of_zeros() =>
        Assert.Equal(new string('0', 64), Chain.Of([]).ToString());

    [Fact]
    public void Events_in_another_order_have_another_fingerprint() =>
        Assert.NotEqual(Chain.Of([Some.Event(1), Some.Event(2)]), Chain.Of([Some.Event(2), Some.Event(1)]));

    [Fact]
    public void A_fingerprint_reads_back_from_its_bytes_and_its_digits() =>
        Gen.Byte.Array[32].Sample(bytes =>
        {
            var fingerprint = Fingerprint.Of(bytes);
            return fingerprint.ToArray().SequenceEqual(bytes)
                && fingerprint.ToString() == Convert.ToHexStringLower(bytes)
                && Fingerprint.TryParse(fingerprint.ToString(), out var again) && again == fingerprint;
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeF")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde ")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\u0660")]
    public void Anything_but_sixty_four_small_hexadecimal_digits_is_no_fingerprint(string? digits) =>
        Assert.False(Fingerprint.TryParse(digits, out _));
}
