using System.Diagnostics;

namespace NegotiationSim.Domain;

internal static class MeetingRules
{
    private static readonly TimeSpan LongestSuspension = TimeSpan.FromDays(30);

    public static Decision Decide(Negotiation room, NegotiationCommand command) => command switch
    {
        _ when !Negotiation.IsChair(command) => Decision.Refuse(Refusal.OnlyTheChair),

        OpenMeeting when room.Meeting is not null => Decision.Refuse(Refusal.MeetingIsOpen),
        OpenMeeting c => Decision.Of(new MeetingOpened(room.MeetingsHeld + 1) { At = c.At, By = c.By }),

        _ when room.Meeting is null => Decision.Refuse(Refusal.NoMeeting),

        ResumeMeeting when !room.Meeting.IsSuspended => Decision.Refuse(Refusal.MeetingIsNotSuspended),
        ResumeMeeting c => Decision.Of(new MeetingResumed { At = c.At, By = c.By }),

        _ when room.Floor is not null => Decision.Refuse(Refusal.SomebodyHasTheFloor),
        _ when room.Vote is not null => Decision.Refuse(Refusal.VoteUnderWay),

        SuspendMeeting when room.Meeting.IsSuspended => Decision.Refuse(Refusal.MeetingIsSuspended),
        SuspendMeeting c when c.Until is { } until && until <= c.At => Decision.Refuse(Refusal.TimeRunsForward),
        SuspendMeeting c when c.Until is { } until && until - c.At > LongestSuspension => Decision.Refuse(Refusal.SuspendedTooLong),
        SuspendMeeting c => Decision.Of(new MeetingSuspended(c.Until) { At = c.At, By = c.By }),

        AdjournMeeting c => Decision.Of(new MeetingAdjourned { At = c.At, By = c.By }),

        _ => throw new UnreachableException(command.GetType().Name),
    };
}
