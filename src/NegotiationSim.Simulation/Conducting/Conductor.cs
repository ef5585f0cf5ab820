using System.Collections.Immutable;
using System.Diagnostics;
using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>Says what happens next in a room. A pure function of the room, so that a lost one goes on where it was.</summary>
public static partial class Conductor
{
    /// <summary>Version of all that the model writes. A record of another version is chained and folded, not derived again.</summary>
    public const string Version = "1";

    /// <summary>The next step of this room; the whole room, not a view of it.</summary>
    /// <exception cref="InvalidOperationException">The room is not opened, or it is a view without the model.</exception>
    public static Step Next(Negotiation room)
    {
        if (room.Model is not { } model) throw new InvalidOperationException("The conductor needs the whole room.");
        if (room.IsClosed) return new Finished(room.Now);

        var next = NextOfProgramme(room);
        return Due(room, model, next) is { } inject ? Do(room, RoomTime.Later(inject.At, room.Now), new ApplyInject(inject)) : next;
    }

    /// <summary>The first shock that is due by the time of the next step; null when there is none, or while somebody speaks or votes.</summary>
    private static Inject? Due(Negotiation room, ModelFacts model, Step next) => room.Floor is not null || room.Vote is not null
        ? null
        : model.Injects.FirstOrDefault(i => i.At <= next.At && room.InjectsApplied.All(a => a.Id != i.Id));

    private static Step NextOfProgramme(Negotiation room)
    {
        if (room.Meeting is { IsSuspended: true } suspended)
            return suspended.SuspendedUntil is { } until ? Do(room, RoomTime.Later(room.Now, until), new ResumeMeeting()) : new Rest(room.Now);
        if (room.Vote is not null) return NextOfVoting(room);
        if (room.Item is { } item)
        {
            return room.Facts.Programme.Items[item.Item] switch
            {
                DiscussionItem discussion => NextOfDiscussion(room, item, discussion),
                ElementsPaperItem paper => NextOfPaper(room, item, paper),
                VoteItem vote => NextOfVote(room, item, vote),
                var other => throw new UnreachableException(other.GetType().Name),
            };
        }
        if (room.Meeting is { } meeting && !GoesOn(room, meeting)) return Do(room, room.Now, new AdjournMeeting());
        if (room.ItemsConcluded == room.Facts.Programme.Items.Length) return Do(room, room.Now, new CloseNegotiation(PaperDrafting.Converged(room)));
        var order = room.Facts.Programme.Items[room.ItemsConcluded] is DiscussionItem toDiscuss ? Agenda.Order(room, toDiscuss) : [];
        return Do(room, room.Now, new TakeUpItem(room.ItemsConcluded, order));
    }

    private static Step NextOfDiscussion(Negotiation room, ProgrammeStanding item, DiscussionItem discussion)
    {
        if (item.Issue is null)
        {
            if (item.Concluded == item.Order.Length) return Do(room, room.Now, new ConcludeItem());
            var day = discussion.DayOf(item.Concluded, 0);
            if (room.Meeting is null) return OpenMeeting(room, day);
            return room.Meeting.Rounds > 0 && room.Meeting.OpenedAt.Day != day
                ? Do(room, room.Now, new AdjournMeeting())
                : Do(room, room.Now, new TakeUpIssue(item.Order[item.Concluded]));
        }

        if (room.Round is { Phase: not RoundPhase.Ended })
            return room.Meeting is null ? OpenMeeting(room, room.Now.Day) : NextOfRound(room);

        var quiet = item.QuietRounds >= room.Model!.Parameters.QuietRounds;
        if (quiet || item.RoundsOnIssue >= discussion.MeetingsPerIssue * discussion.RoundsPerMeeting) return Do(room, room.Now, new ConcludeIssue(quiet));
        if (room.Meeting is null)
            return OpenMeeting(room, discussion.DayOf(item.Concluded, item.MeetingsOnIssue));
        if (item.RoundsOnIssue >= item.MeetingsOnIssue * discussion.RoundsPerMeeting) return Do(room, room.Now, new AdjournMeeting());
        return Suspension(room) ?? Do(room, room.Now, new BeginRound());
    }

    /// <summary>Whether the next item of the programme is taken up in the meeting that is open.</summary>
    private static bool GoesOn(Negotiation room, Meeting meeting) =>
        room.ItemsConcluded < room.Facts.Programme.Items.Length && room.Facts.Programme.Items[room.ItemsConcluded].FirstDay == meeting.OpenedAt.Day;

    private static Step NextOfRound(Negotiation room) => room.Round!.Phase switch
    {
        RoundPhase.Begun => new Ask(room.Now, TimeSpan.Zero, Purpose.GroupLines, GroupLineQuestions(room)),
        RoundPhase.LinesAgreed => Do(room, room.Now, new DrawUpSpeakersList(Agenda.SpeakersList(room))),
        RoundPhase.Speaking => NextOfFloor(room),
        RoundPhase.Reflected => NextOfText(room),
        RoundPhase.Measured => Do(room, room.Now, new EndRound(HasMoved(room))),
        var other => throw new UnreachableException(other.ToString()),
    };

    private static Step NextOfFloor(Negotiation room)
    {
        if (room.Floor is { Statement: { } statement }) return Do(room, RoomTime.Later(room.Now, statement.At + statement.Lasts), new ReturnFloor());
        if (room.Floor is { } floor) return new Ask(room.Now, TimeSpan.Zero, Purpose.Statement, [StatementQuestionTo(room, floor)]);
        if (!room.SpeakersList.IsEmpty) return Suspension(room) ?? Do(room, room.Now, new GiveFloor());
        if (room.IsListOpen) return Do(room, room.Now, new CloseSpeakersList());
        return new Ask(room.Now, TimeSpan.Zero, Purpose.Reflection, ReflectionQuestions(room));
    }

    private static Step NextOfText(Negotiation room)
    {
        if (!room.Offers.IsEmpty)
        {
            var offer = room.Offers[0];
            var isThere = room.Draft[offer.Provision].Find(offer.First) is not null && room.Draft[offer.Provision].Find(offer.Second) is not null;
            return offer.IsAnswered || !isThere
                ? Do(room, room.Now, new ConcludeMerge(offer.Id, TextAfter(room, offer)))
                : new Ask(room.Now, TimeSpan.Zero, Purpose.MergeAnswers, MergeQuestions(room, offer));
        }

        var (round, parameters) = (room.Round!, room.Model!.Parameters);
        var open = room.IssueNamed(round.Issue).Provisions.Where(p => !room.Draft[p.Id].IsClosed).ToArray();
        foreach (var provision in open.Where(p => !round.Tried.Contains(p.Id)))
            if (Redraft.ClosestPair(provision, room.Draft[provision.Id], parameters.MergeRadius) is { } pair) return Do(room, room.Now, new OfferMerge(provision.Id, pair));

        foreach (var provision in open.Where(p => !round.AskedToClose.Contains(p.Id)))
            if (Leading(room, provision.Id) is { } leading) return new Ask(room.Now, TimeSpan.Zero, Purpose.Objections, ObjectionQuestions(room, provision.Id, leading));

        var (trust, confidences) = TrustRound.After(room);
        return Do(room, room.Now, new RecordFigures(trust, confidences, Figures.Of(room, trust)));
    }

    /// <summary>The alternative with the most States behind it, when these are as many as the room's large number asks for; null otherwise.</summary>
    private static Alternative? Leading(Negotiation room, ProvisionId provision)
    {
        var leading = room.Draft[provision].Alternatives.MaxBy(a => a.Behind.Length)!;
        var rule = room.Facts.Rules.Named(room.Facts.Rules.Text);
        return Tally.Missing(rule, room.States.Length, leading.Behind.Length, room.States.Length - leading.Behind.Length, rule.Including.Count(id => !leading.Behind.Contains(id))) == 0 ? leading : null;
    }

    private static Position TextAfter(Negotiation room, MergeOffer offer)
    {
        var draft = room.Draft[offer.Provision];
        var merged = draft.Alternatives.Where(a => a.Id == offer.First || a.Id == offer.Second).SelectMany(a => a.Behind).Distinct().Count();
        return Redraft.Text(draft.Alternatives.Where(a => a.Id != offer.First && a.Id != offer.Second).Select(a => (a.At, a.Behind.Length)).Append((offer.At, merged)));
    }

    private static bool HasMoved(Negotiation room)
    {
        var round = room.Round!;
        return round.HasMoved || round.Inserted > 0 || round.MergesConcluded.Any(m => m.IsAccepted) || round.AskedToClose.Any(p => room.Draft[p].IsClosed);
    }

    private static Step NextOfPaper(Negotiation room, ProgrammeStanding item, ElementsPaperItem paper)
    {
        if (room.Paper?.Item != item.Item) return At(room, paper.Drafted, new DraftElementsPaper(PaperDrafting.Draft(room)));
        var standing = room.Paper;
        if (standing.Paper is null) return Do(room, room.Now, new ConcludeItem());
        if (standing.Paper.Version == standing.Readings) return Do(room, room.Now, new ReviseElementsPaper(PaperDrafting.Revise(room)));
        if (standing.IsAccepted is not null) return Do(room, room.Now, new ConcludeItem());
        if (standing.IsCirculated)
        {
            return room.Meeting is null ? OpenMeeting(room, paper.Decided) : new Ask(room.Now, TimeSpan.Zero, Purpose.PaperDecision, PaperQuestions(room, standing.Paper));
        }
        if (standing.Readings < paper.Readings.Length)
        {
            // A meeting holds one reading: the one that has just read the paper is adjourned first.
            if (room.Meeting is { } meeting && meeting.OpenedAt.Day < paper.Readings[standing.Readings])
                return Do(room, room.Now, new AdjournMeeting());
            return room.Meeting is null
                ? OpenMeeting(room, paper.Readings[standing.Readings])
                : new Ask(room.Now, TimeSpan.Zero, Purpose.PaperReading, PaperQuestions(room, standing.Paper));
        }
        return room.Meeting is not null ? Do(room, room.Now, new AdjournMeeting()) : At(room, paper.Circulated, new CirculateElementsPaper());
    }

    private static Submit NextOfVote(Negotiation room, ProgrammeStanding item, VoteItem vote)
    {
        // A facilitator may have put other questions to the vote in between: a gate is passed or lost by a vote under its own rule.
        var passed = 0;
        var isLost = false;
        foreach (var result in room.VoteResults.AsSpan()[item.VotesBefore..])
        {
            if (isLost || passed == vote.Gates.Length || result.Rule != vote.Gates[passed] || !result.Issues.SequenceEqual(vote.Issues)) continue;
            if (result.IsAdopted) passed++;
            else isLost = true;
        }
        if (isLost || passed == vote.Gates.Length) return Do(room, room.Now, new ConcludeItem());
        return room.Meeting is null ? OpenMeeting(room, vote.Day) : Do(room, room.Now, new OpenVote(vote.Gates[passed], vote.Issues));
    }

    private static Step NextOfVoting(Negotiation room) => room.Vote!.Marks.Count < room.States.Length
        ? new Ask(room.Now, TimeSpan.Zero, Purpose.Votes, VoteQuestions(room, room.Vote))
        : Do(room, room.Now, new CloseVote());

    /// <summary>The break between morning and afternoon; null when it is not its time.</summary>
    private static Submit? Suspension(Negotiation room)
    {
        var hours = room.Facts.Programme.Hours;
        var meeting = room.Meeting!;
        if (meeting.HasBeenSuspended || meeting.OpenedAt.TimeOfDay >= hours.SuspendsAt || room.Now.Day != meeting.OpenedAt.Day) return null;
        if (room.Now.TimeOfDay < hours.SuspendsAt || room.Now.TimeOfDay >= hours.ResumesAt) return null;
        return Do(room, room.Now, new SuspendMeeting(RoomTime.Of(room.Now.Day, hours.ResumesAt)));
    }

    private static Submit OpenMeeting(Negotiation room, DateOnly day) => At(room, day, new OpenMeeting());

    /// <summary>In the morning of that day, or at once when the room is past it. Days between meetings cost nobody's time.</summary>
    private static Submit At(Negotiation room, DateOnly day, NegotiationCommand command)
    {
        var at = RoomTime.Later(room.Now, RoomTime.Of(day, room.Facts.Programme.Hours.Opens));
        return new Submit(at, TimeSpan.Zero, Signed(at, command));
    }

    /// <summary>At that time; while a meeting sits, the time until then passes.</summary>
    private static Submit Do(Negotiation room, RoomTime at, NegotiationCommand command) =>
        new(at, room.Meeting is { IsSuspended: false } ? at - room.Now : TimeSpan.Zero, Signed(at, command));

    private static NegotiationCommand Signed(RoomTime at, NegotiationCommand command) => command with { At = at, By = Actor.CoFacilitators };
}
