using CsCheck;

namespace NegotiationSim.Domain.Tests;

public sealed class WhatADelegationCanLiveWith
{
    private static readonly Gen<Position> Place = Gen.Long[0, Position.One].Select(units => new Position(units));

    [Fact]
    public void Without_a_red_line_the_range_is_lived_with_to_its_very_ends()
    {
        var flexible = Instruction(.5, from: .375, to: .625, hasRedLine: false);
        Assert.True(flexible.CanLiveWith(Position.FromShare(.625)));
        Assert.False(flexible.CanLiveWith(new(Position.FromShare(.625).Units + 1)));
        Assert.False(flexible.CanLiveWith(new(Position.FromShare(.375).Units - 1)));
        Assert.False(flexible.IsCrossedBy(Position.Right));
    }

    [Fact]
    public void Whoever_wants_no_more_than_the_low_twenties_does_not_object_to_fifteen()
    {
        var atMost = Instruction(.46, from: .36, to: .56, hasRedLine: true);
        Assert.True(atMost.CanLiveWith(Position.Left));
        Assert.True(atMost.CanLiveWith(Position.FromShare(.56)));
        Assert.True(atMost.IsCrossedBy(new(Position.FromShare(.56).Units + 1)));
        Assert.True(atMost.IsCrossedBy(Position.Right));
    }

    [Fact]
    public void Whoever_wants_at_least_two_permanent_seats_objects_to_anything_less_and_to_nothing_more()
    {
        var atLeast = Instruction(.95, from: .9, to: 1, hasRedLine: true);
        Assert.True(atLeast.CanLiveWith(Position.Right));
        Assert.True(atLeast.IsCrossedBy(new(Position.FromShare(.9).Units - 1)));
    }

    [Fact]
    public void Nobody_lives_with_what_crosses_its_red_line_and_everybody_with_its_own_ideal() =>
        Gen.Select(Place, Place, Gen.Double[0, .5], Gen.Bool).Sample((ideal, text, half, hasRedLine) =>
        {
            var i = new ProvisionInstruction(ideal, Weight.Full, Weight.Full, Position.Clamp(ideal.Units - Position.FromShare(half).Units), Position.Clamp(ideal.Units + Position.FromShare(half).Units), hasRedLine, Origin);
            return i.CanLiveWith(ideal) && !(i.IsCrossedBy(text) && i.CanLiveWith(text)) && (hasRedLine || !i.IsCrossedBy(text));
        });

    private static InstructionOrigin Origin { get; } = new(Position.Left, Certainty.Documented, "KEN");

    private static ProvisionInstruction Instruction(double ideal, double from, double to, bool hasRedLine) =>
        new(Position.FromShare(ideal), Weight.Full, Weight.Full, Position.FromShare(from), Position.FromShare(to), hasRedLine, Origin);
}
