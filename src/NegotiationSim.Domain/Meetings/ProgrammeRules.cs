using System.Diagnostics;

namespace NegotiationSim.Domain;

internal static class ProgrammeRules
{
    public static Decision Decide(Negotiation room, NegotiationCommand command) => command switch
    {
        _ when !Negotiation.IsChair(command) => Decision.Refuse(Refusal.OnlyTheChair),

        CloseNegotiation when !command.By.IsCoFacilitators => Decision.Refuse(Refusal.OnlyTheModel),
        CloseNegotiation when room.Item is not null || room.ItemsConcluded < room.Facts.Programme.Items.Length => Decision.Refuse(Refusal.NotNow),
        CloseNegotiation c => Decision.Of(new NegotiationClosed(c.Converged) { At = c.At, By = c.By }),

        TakeUpItem c when room.Item is not null || c.Item != room.ItemsConcluded || c.Item >= room.Facts.Programme.Items.Length => Decision.Refuse(Refusal.NoSuchItem),
        TakeUpItem c when !IsOrderOf(room.Facts.Programme.Items[c.Item], c) => Decision.Refuse(Refusal.NoSuchItem),
        TakeUpItem c => Decision.Of(new ItemTakenUp(c.Item, c.Issues) { At = c.At, By = c.By }),

        _ when room.Item is null => Decision.Refuse(Refusal.NoSuchItem),

        TakeUpIssue when room.Item.Issue is not null => Decision.Refuse(Refusal.IssueUnderDiscussion),
        TakeUpIssue c when room.Item.Concluded >= room.Item.Order.Length || room.Item.Order[room.Item.Concluded] != c.Issue => Decision.Refuse(Refusal.NotUnderDiscussion),
        TakeUpIssue c => Decision.Of(new IssueTakenUp(c.Issue) { At = c.At, By = c.By }),

        ConcludeIssue when room.Item.Issue is null => Decision.Refuse(Refusal.NoIssueUnderDiscussion),
        ConcludeIssue when room.Round is { Phase: not RoundPhase.Ended } => Decision.Refuse(Refusal.NotNow),
        ConcludeIssue c => Decision.Of(new IssueConcluded(room.Item.Issue!.Value, c.Early) { At = c.At, By = c.By }),

        ConcludeItem when room.Item.Issue is not null || room.Item.Concluded < room.Item.Order.Length => Decision.Refuse(Refusal.IssueUnderDiscussion),
        ConcludeItem c => Decision.Of(new ItemConcluded(room.Item.Item) { At = c.At, By = c.By }),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <summary>A discussion takes up its own issues, each once, in any order; another item takes up none.</summary>
    private static bool IsOrderOf(ProgrammeItem item, TakeUpItem command) => item is DiscussionItem discussion
        ? command.Issues.Order().SequenceEqual(discussion.Issues.Order())
        : command.Issues.IsEmpty;
}
