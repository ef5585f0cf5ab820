using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Web;

/// <summary>The rounds of a session: those held, and those that the programme of work still foresees.</summary>
/// <param name="Held">Rounds measured so far.</param>
/// <param name="Issues">The issue of each round, held and to come; round 1 first.</param>
public sealed record ProgrammePlan(int Held, ImmutableArray<IssueId> Issues)
{
    /// <summary>Rounds in all, at least 1, as far as the programme can tell now.</summary>
    public int Rounds => Math.Max(1, Issues.Length);

    /// <summary>Stretches of rounds on an issue: each from the round before it to its last round.</summary>
    public IEnumerable<(int From, int To)> Of(IssueId issue)
    {
        for (var round = 0; round < Issues.Length; round++)
        {
            if (Issues[round] != issue) continue;
            var from = round;
            while (round < Issues.Length && Issues[round] == issue) round++;
            yield return (from, round);
        }
    }

    public static ProgrammePlan Of(Negotiation room)
    {
        var rounds = room.Measures.Where(m => m.Issue is not null).Select(m => m.Issue!.Value).ToList();
        var held = rounds.Count;
        for (var index = room.ItemsConcluded; index < room.Facts.Programme.Items.Length && !room.IsClosed; index++)
        {
            if (room.Facts.Programme.Items[index] is not DiscussionItem item) continue;
            var each = item.Meetings.Length / Math.Max(1, item.Issues.Length) * item.RoundsPerMeeting;
            if (room.Item is { } standing && standing.Item == index)
            {
                for (var place = standing.Concluded; place < standing.Order.Length; place++)
                    rounds.AddRange(Enumerable.Repeat(standing.Order[place], Math.Max(0, place == standing.Concluded ? each - standing.RoundsOnIssue : each)));
            }
            else
            {
                foreach (var issue in item.Issues) rounds.AddRange(Enumerable.Repeat(issue, each));
            }
        }
        return new(held, [.. rounds]);
    }
}
