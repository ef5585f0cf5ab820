using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>How an unattended delegation decides on what is put to it: a merge, a bracket, the paper, a vote.</summary>
internal static class DecisionPolicy
{
    /// <summary>A sponsor accepts a merge that crosses no red line and leaves it no worse off than its reservation.</summary>
    public static MergeReply Of(MergeQuestion q) => new(
        !q.Instruction.IsCrossedBy(q.Offered)
        && Utility.Gain(q.Offered, q.StatusQuo, q.Instruction.Ideal, q.Parameters.LossExponent) >= q.Parameters.Reservation.Share);

    public static ObjectionAnswer Of(ObjectionQuestion q) => new(Utility.WouldObject(q.At, q.Instruction, q.Parameters));

    /// <summary>The paper may ask too much, and it may ask too little.</summary>
    public static PaperReply Of(PaperQuestion q)
    {
        var crossed = q.Elements.Where(e => e.Instruction.IsCrossedBy(e.At)).Select(e => e.Provision).ToImmutableArray();
        var gain = Utility.WeightedGain(q.Elements, q.Parameters.LossExponent);
        var asked = q.Parameters.PaperReservation.Share * q.SalienceOfAll / Weight.One;
        var verdict = (crossed.IsEmpty, gain) switch
        {
            (false, _) => PaperVerdict.AsksTooMuch,
            (_, < 0) => PaperVerdict.AsksTooMuch,
            _ when gain < asked => PaperVerdict.AsksTooLittle,
            _ => PaperVerdict.Accepts,
        };
        return new PaperReply(new PaperAnswer(verdict, crossed));
    }

    /// <summary>For what it could accept, against what crosses a red line or leaves it worse off; otherwise it abstains.</summary>
    public static VoteAnswer Of(VoteQuestion q) => new(
        Utility.CouldAccept(q.Elements, q.Parameters.Reservation, q.Parameters.LossExponent) ? Mark.For
        : q.Elements.Any(e => e.Instruction.IsCrossedBy(e.At)) || Utility.WeightedGain(q.Elements, q.Parameters.LossExponent) < 0 ? Mark.Against
        : Mark.Abstaining);
}
