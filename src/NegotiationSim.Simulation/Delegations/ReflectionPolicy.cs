using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Where an unattended delegation stands after a round, under the default operator.</summary>
internal static class ReflectionPolicy
{
    public static ReflectionAnswer Of(ReflectionQuestion question)
    {
        var positions = ImmutableArray.CreateBuilder<Position>(question.Provisions.Length);
        var behind = ImmutableArray.CreateBuilder<AlternativeId?>(question.Provisions.Length);
        Span<long> places = stackalloc long[question.Voices.Length];
        Span<long> weights = stackalloc long[question.Voices.Length];
        foreach (var provision in question.Provisions)
        {
            var heard = Weigh(question, provision.Provision, places, weights);
            var next = Next(question, provision, places[..heard], weights[..heard]);
            positions.Add(next);
            behind.Add(Redraft.Behind(next, provision.Instruction, provision.Alternatives.AsSpan()));
        }
        return new ReflectionAnswer(positions.MoveToImmutable(), behind.MoveToImmutable());
    }

    private static Position Next(ReflectionQuestion question, ReflectedProvision provision, ReadOnlySpan<long> places, ReadOnlySpan<long> weights)
    {
        var p = question.Parameters;
        return new(BoundedConfidence.NextPosition(
            provision.Own.Units,
            provision.Instruction.Ideal.Units,
            p.StepSize,
            Flexibility.Anchoring(provision.Instruction.Flexibility),
            provision.Openness.Units,
            places,
            weights,
            provision.Text.Units,
            VoiceWeight.OfText(p.TextPull, question.InChair),
            p.TextBound.Units));
    }

    /// <summary>The voices that spoke to the provision, as they weigh with this delegation; how many there are.</summary>
    private static int Weigh(ReflectionQuestion question, ProvisionId provision, Span<long> places, Span<long> weights)
    {
        var p = question.Parameters;
        var heard = 0;
        for (var h = 0; h < question.Voices.Length; h++)
        {
            var voice = question.Voices[h];
            if (!voice.Stated.TryGetValue(provision, out var said)) continue;
            places[heard] = said.At.Units;
            weights[heard] = VoiceWeight.Of(
                VoiceWeight.Standing(said.Capability, said.Salience, p.CapabilityExponent, p.SalienceExponent),
                question.Trust[h],
                p.TrustExponent,
                Repetition.Discount(p.RepetitionDiscount, said.Repetition),
                voice.Answers == question.Delegation ? p.Engagement : 0);
            heard++;
        }
        return heard;
    }
}
