using System.Diagnostics;

namespace NegotiationSim.Domain;

internal static class RoundRules
{
    public static Decision Decide(Negotiation room, NegotiationCommand command) => command switch
    {
        _ when !command.By.IsCoFacilitators => Decision.Refuse(Refusal.OnlyTheModel),

        BeginRound when room.Item?.Issue is null => Decision.Refuse(Refusal.NoIssueUnderDiscussion),
        BeginRound when room.Meeting is null => Decision.Refuse(Refusal.NoMeeting),
        BeginRound when room.Meeting.IsSuspended => Decision.Refuse(Refusal.MeetingIsSuspended),
        BeginRound when room.Round is { Phase: not RoundPhase.Ended } => Decision.Refuse(Refusal.NotNow),
        BeginRound c => Decision.Of(new RoundBegun((room.Round?.Number ?? 0) + 1, room.Item!.Issue!.Value) { At = c.At, By = c.By }),

        _ when room.Round is null => Decision.Refuse(Refusal.NotNow),

        RecordGroupLines when room.Round.Phase != RoundPhase.Begun => Decision.Refuse(Refusal.NotNow),
        RecordGroupLines c => Decision.Of(new GroupLinesAgreed(c.Lines) { At = c.At, By = c.By }),

        RecordReflection when room.Round.Phase != RoundPhase.Speaking => Decision.Refuse(Refusal.NotNow),
        RecordReflection when room.Floor is not null => Decision.Refuse(Refusal.SomebodyHasTheFloor),
        RecordReflection c when !Fits(room, c) => Decision.Refuse(Refusal.NotOfThisRoom),
        RecordReflection c => Decision.Of(
            new PositionsReflected(room.Round.Number, c.HasMoved, c.Provisions, c.Positions) { At = c.At, By = c.By },
            new StancesTaken(c.Stances) { At = c.At, By = c.By }),

        RecordFigures when room.Round.Phase != RoundPhase.Reflected => Decision.Refuse(Refusal.NotNow),
        RecordFigures c when c.TrustBetween.Length != room.Model!.Trust.Length || c.Confidences.Keys.Any(d => !room.HasDelegation(d)) => Decision.Refuse(Refusal.NotOfThisRoom),
        RecordFigures c => Decision.Of(
            new TrustMoved(c.TrustBetween) { At = c.At, By = c.By },
            new ConfidenceMoved(c.Confidences) { At = c.At, By = c.By },
            new MeasuresTaken(c.Measures) { At = c.At, By = c.By }),

        EndRound when room.Round.Phase != RoundPhase.Measured => Decision.Refuse(Refusal.NotNow),
        EndRound c => Ended(room, c),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <summary>A table has a row for delegations of the room only, a column for each of its provisions, and stances for provisions of the draft.</summary>
    private static bool Fits(Negotiation room, RecordReflection c) =>
        c.Provisions.All(room.Draft.ContainsKey)
        && c.Positions.All(row => room.HasDelegation(row.Key) && row.Value.Length == c.Provisions.Length)
        && c.Stances.Keys.All(room.Draft.ContainsKey);

    private static Decision Ended(Negotiation room, EndRound c)
    {
        var ended = new RoundEnded(room.Round!.Number, c.HasMoved, NegotiationJson.Digest(Audience.View(Viewer.Public, room))) { At = c.At, By = c.By };
        var audited = new RoundAudited(ended.Number, NegotiationJson.Digest(Negotiation.Evolve(room, ended))) { At = c.At, By = c.By };
        return Decision.Of(ended, audited);
    }
}
