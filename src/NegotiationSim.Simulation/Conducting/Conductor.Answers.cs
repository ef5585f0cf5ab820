using System.Collections.Immutable;
using System.Diagnostics;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

public static partial class Conductor
{
    /// <summary>A position that moved by no more than this has not moved: 2^-30 of the scale.</summary>
    private const long Still = Position.One >> 30;

    /// <summary>The command that the answers amount to.</summary>
    /// <param name="answers">In the order of the questions.</param>
    /// <exception cref="ArgumentException">There are fewer or more answers than questions.</exception>
    public static NegotiationCommand Command(Negotiation room, Ask ask, ImmutableArray<Answer> answers)
    {
        if (answers.Length != ask.Questions.Length) throw new ArgumentException($"{ask.Questions.Length} questions have {answers.Length} answers.", nameof(answers));
        return Signed(ask.At, ask.Purpose switch
        {
            Purpose.GroupLines => new RecordGroupLines(ask.Questions.Zip(answers).ToImmutableSortedDictionary(x => ((GroupQuestion)x.First).Group, x => ((GroupLineAnswer)x.Second).Line)),
            Purpose.Statement => Statement((StatementQuestion)ask.Questions[0], (StatementAnswer)answers[0]),
            Purpose.Reflection => Reflection(room, [.. ask.Questions.Cast<ReflectionQuestion>()], [.. answers.Cast<ReflectionAnswer>()]),
            Purpose.MergeAnswers => new AnswerMerge(((MergeQuestion)ask.Questions[0]).Offer, ByDelegation(ask, answers, a => ((MergeReply)a).Accepts)),
            Purpose.Objections => Objections((ObjectionQuestion)ask.Questions[0], ByDelegation(ask, answers, a => ((ObjectionAnswer)a).Objects)),
            Purpose.PaperReading => new HoldPaperReading(NotAccepting(ask, answers)),
            Purpose.PaperDecision => new DecideOnElementsPaper(NotAccepting(ask, answers)),
            Purpose.Votes => new CastVotes(ByDelegation(ask, answers, a => ((VoteAnswer)a).Mark)),
            _ => throw new UnreachableException(ask.Purpose.ToString()),
        });
    }

    private static MakeStatement Statement(StatementQuestion q, StatementAnswer a) =>
        new(q.Delegation, a.Kind, a.Provision, a.Stated, a.Answers, null, a.Lasts, a.Proposal, a.Merge);

    private static RecordReflection Reflection(Negotiation room, ImmutableArray<ReflectionQuestion> questions, ImmutableArray<ReflectionAnswer> answers)
    {
        ImmutableArray<ProvisionId> provisions = [.. questions[0].Provisions.Select(p => p.Provision)];
        var rows = questions.Zip(answers).ToImmutableSortedDictionary(x => x.First.Delegation, x => x.Second.Positions);
        var moved = questions.Zip(answers).Any(x => x.First.Provisions.Zip(x.Second.Positions).Any(p => Math.Abs(p.First.Own.Units - p.Second.Units) > Still));
        var stances = provisions.Select((provision, column) =>
        {
            var behind = questions.Zip(answers).Where(x => x.Second.Behind[column] is not null).ToLookup(x => x.Second.Behind[column]!.Value, x => x.First.Delegation);
            var draft = room.Draft[provision];
            var text = Redraft.Text(draft.Alternatives.Select(a => (a.At, behind[a.Id].Count())));
            return KeyValuePair.Create(provision, new ProvisionStances(text, behind.ToImmutableSortedDictionary(b => b.Key, b => b.ToImmutableArray())));
        });
        return new RecordReflection(moved, provisions, rows, stances.ToImmutableSortedDictionary());
    }

    private static CloseBracket Objections(ObjectionQuestion about, ImmutableSortedDictionary<DelegationId, bool> answers) =>
        new(about.Provision, about.Alternative, [.. answers.Where(a => a.Value).Select(a => a.Key)]);

    private static ImmutableSortedDictionary<DelegationId, PaperAnswer> NotAccepting(Ask ask, ImmutableArray<Answer> answers) =>
        ByDelegation(ask, answers, a => ((PaperReply)a).Answer).Where(a => a.Value.Verdict != PaperVerdict.Accepts).ToImmutableSortedDictionary();

    private static ImmutableSortedDictionary<DelegationId, T> ByDelegation<T>(Ask ask, ImmutableArray<Answer> answers, Func<Answer, T> read) =>
        ask.Questions.Zip(answers).ToImmutableSortedDictionary(x => ((DelegationQuestion)x.First).Delegation, x => read(x.Second));
}
