using System.Collections.Immutable;
using System.Diagnostics;

namespace NegotiationSim.Domain;

internal static class ElementsRules
{
    public static Decision Decide(Negotiation room, NegotiationCommand command) => command switch
    {
        _ when !command.By.IsCoFacilitators => Decision.Refuse(Refusal.OnlyTheModel),
        _ when room.Item is null || room.Facts.Programme.Items[room.Item.Item] is not ElementsPaperItem => Decision.Refuse(Refusal.NotNow),

        DraftElementsPaper when room.Paper?.Item == room.Item.Item => Decision.Refuse(Refusal.NotNow),
        DraftElementsPaper c => Decision.Of(new ElementsPaperDrafted(c.Paper) { At = c.At, By = c.By }),

        _ when room.Paper?.Paper is null || room.Paper.Item != room.Item.Item || room.Paper.IsAccepted is not null => Decision.Refuse(Refusal.NoPaper),

        HoldPaperReading when room.Paper.IsCirculated => Decision.Refuse(Refusal.NotNow),
        HoldPaperReading when room.Meeting is null => Decision.Refuse(Refusal.NoMeeting),
        HoldPaperReading when room.Meeting.IsSuspended => Decision.Refuse(Refusal.MeetingIsSuspended),
        HoldPaperReading c => Decision.Of(new PaperReadingHeld(room.Paper.Readings + 1, c.Answers) { At = c.At, By = c.By }),

        ReviseElementsPaper when room.Paper.IsCirculated => Decision.Refuse(Refusal.NotNow),
        ReviseElementsPaper c when c.Paper.Version != room.Paper.Paper.Version + 1 => Decision.Refuse(Refusal.NotNow),
        ReviseElementsPaper c => Decision.Of(new ElementsPaperRevised(c.Paper) { At = c.At, By = c.By }),

        CirculateElementsPaper when room.Paper.IsCirculated => Decision.Refuse(Refusal.NotNow),
        CirculateElementsPaper c => Decision.Of(new ElementsPaperCirculated { At = c.At, By = c.By }),

        DecideOnElementsPaper when !room.Paper.IsCirculated => Decision.Refuse(Refusal.NotNow),
        DecideOnElementsPaper when room.Meeting is null => Decision.Refuse(Refusal.NoMeeting),
        DecideOnElementsPaper when room.Meeting.IsSuspended => Decision.Refuse(Refusal.MeetingIsSuspended),
        DecideOnElementsPaper c => Accepted(room, c),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static Decision Accepted(Negotiation room, DecideOnElementsPaper c)
    {
        var rule = room.Facts.Rules.Named(room.Facts.Rules.ElementsPaper);
        var objectors = c.Answers.Count;
        var missing = Tally.Missing(rule, room.States.Length, room.States.Length - objectors, objectors, rule.Including.Count(c.Answers.ContainsKey));
        return Decision.Of(new ElementsPaperDecided(missing == 0, rule.Name, c.Answers) { At = c.At, By = c.By });
    }
}
