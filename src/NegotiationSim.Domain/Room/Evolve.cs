using System.Collections.Immutable;
using System.Diagnostics;

namespace NegotiationSim.Domain;

public sealed partial record Negotiation
{
    /// <summary>The room after one more event. Holds no rules: what is recorded has happened.</summary>
    public static Negotiation Evolve(Negotiation room, NegotiationEvent happened) => happened switch
    {
        // Facts that not everyone sees never stand alone: the event beside them moves the clock, for everyone alike.
        InstructionsGiven or ModelConfigured or ConfidenceMoved or TrustMoved or RoundAudited or InstructionsChanged => After(room, happened),
        _ => After(room, happened) with { Now = happened.At },
    };

    private static Negotiation After(Negotiation room, NegotiationEvent happened) => happened switch
    {
        NegotiationOpened e => room with { Opened = e },
        InstructionsGiven e => room with { Instructions = room.Instructions.SetItems(e.Rows) },
        ModelConfigured e => room with { Model = new(e.Model, e.Seed, e.Run, e.Parameters, e.Injects, e.TrustPrior, e.TrustPrior, null) },
        OpeningPositionsTaken e => room with { Positions = WithRows(room, e.Provisions, e.Rows) },
        DraftTabled e => room with { Draft = e.Provisions },
        NegotiationClosed e => room with { Closed = e },

        MeetingOpened e => room with
        {
            Meeting = new(e.Number, e.At, 0, false, null, false),
            MeetingsHeld = e.Number,
            Item = room.Item is { } item ? item with { MeetingsOnIssue = item.MeetingsOnIssue + 1 } : null,
        },
        MeetingSuspended e => room with { Meeting = room.Meeting! with { IsSuspended = true, SuspendedUntil = e.Until, HasBeenSuspended = true } },
        MeetingResumed => room with { Meeting = room.Meeting! with { IsSuspended = false, SuspendedUntil = null } },
        MeetingAdjourned => room with { Meeting = null },

        ItemTakenUp e => room with { Item = new(e.Item, e.Issues, 0, null, 0, 0, 0, room.VoteResults.Length) },
        IssueTakenUp e => room with { Item = room.Item! with { Issue = e.Issue, MeetingsOnIssue = room.Meeting is null ? 0 : 1, RoundsOnIssue = 0, QuietRounds = 0 } },
        IssueConcluded => room with { Item = room.Item! with { Issue = null, Concluded = room.Item.Concluded + 1, MeetingsOnIssue = 0 } },
        ItemConcluded => room with { Item = null, ItemsConcluded = room.ItemsConcluded + 1 },

        RoundBegun e => room with { Round = new(e.Number, e.Issue, RoundPhase.Begun, [], [], [], [], 0, false) },
        RoundEnded e => room with
        {
            Round = room.Round! with { Phase = RoundPhase.Ended, HasMoved = e.HasMoved },
            Meeting = room.Meeting is { } meeting ? meeting with { Rounds = meeting.Rounds + 1 } : null,
            Item = room.Item! with { RoundsOnIssue = room.Item.RoundsOnIssue + 1, QuietRounds = e.HasMoved ? 0 : room.Item.QuietRounds + 1 },
        },
        RoundAudited e => room with { Model = room.Model! with { LastAudit = e.Digest } },

        GroupLinesAgreed e => room with { GroupLines = e.Rows, Round = room.Round! with { Phase = RoundPhase.LinesAgreed } },

        SpeakersListDrawnUp e => room with { SpeakersList = e.Entries, IsListOpen = true, Round = room.Round! with { Phase = RoundPhase.Speaking } },
        SpeakersListClosed => room with { IsListOpen = false },
        FloorRequested e => room with { SpeakersList = room.SpeakersList.Add(e.Entry) },
        FloorRequestWithdrawn e => room with { SpeakersList = room.SpeakersList.RemoveAll(s => s.Delegation == e.Delegation) },
        FloorGiven e => room with { SpeakersList = room.SpeakersList.Remove(e.To), Floor = new(e.To, e.At, e.SpeakingTime, null) },
        StatementMade e => room with
        {
            Floor = room.Floor! with { Statement = e },
            Round = room.Round! with { Heard = room.Round.Heard.Add(e) },
            LastStated = WithStated(room, e),
        },
        FloorReturned => room with { Floor = null },

        AlternativeProposed e => room with
        {
            Draft = WithDraft(room, e.Provision, d => d with { Alternatives = InPlace(d.Alternatives.Add(e.Alternative)), NextNumber = d.NextNumber + 1 }),
            Round = room.Round is { } round ? round with { Inserted = round.Inserted + 1 } : null,
        },
        AlternativeWithdrawn e => room with { Draft = WithDraft(room, e.Provision, d => d with { Alternatives = d.Alternatives.RemoveAll(a => a.Id == e.Alternative) }) },
        MergeOffered e => room with
        {
            Offers = room.Offers.Add(e.Offer),
            Round = room.Round is { } round && e.By.IsCoFacilitators ? round with { Tried = round.Tried.Add(e.Offer.Provision) } : room.Round,
        },
        MergeAnswered e => room with { Offers = room.Offers.Select(o => o.Id == e.Offer ? o with { Answers = o.Answers.SetItems(e.Answers) } : o).ToImmutableArray() },
        AlternativesMerged e => room with
        {
            Draft = WithDraft(room, e.Provision, d => d with
            {
                Alternatives = InPlace(d.Alternatives.RemoveAll(a => a.Id == e.First || a.Id == e.Second).Add(e.Into)),
                NextNumber = d.NextNumber + 1,
                Text = e.Text,
            }),
            Offers = room.Offers.RemoveAll(o => o.Id == e.Offer),
            Round = WithMerge(room, e.Offer, isAccepted: true, []),
        },
        MergeDeclined e => room with { Offers = room.Offers.RemoveAll(o => o.Id == e.Offer), Round = WithMerge(room, e.Offer, isAccepted: false, e.DeclinedBy) },
        ObjectionsHeard e => room with { Round = room.Round is { } round ? round with { AskedToClose = round.AskedToClose.Add(e.Provision) } : null },
        BracketClosed e => room with
        {
            Draft = WithDraft(room, e.Provision, d => d with { Alternatives = [d.Find(e.On)!], Text = d.Find(e.On)!.At, IsClosed = true }),
            Offers = room.Offers.RemoveAll(o => o.Provision == e.Provision),
        },

        PositionsReflected e => room with { Positions = WithRows(room, e.Provisions, e.Rows), Round = room.Round! with { Phase = RoundPhase.Reflected, HasMoved = e.HasMoved } },
        StancesTaken e => room with { Draft = room.Draft.SetItems(e.Provisions.Select(p => KeyValuePair.Create(p.Key, WithStances(room.Draft[p.Key], p.Value)))) },
        ConfidenceMoved e => room with { Confidences = room.Confidences.SetItems(e.Rows.Select(row => KeyValuePair.Create(row.Key, With(room.Confidences.GetValueOrDefault(row.Key), row.Value)))) },
        TrustMoved e => room with { Model = room.Model! with { Trust = e.Between } },

        MeasuresTaken e => room with
        {
            Measures = room.Measures.Add(e.Measures),
            Round = room.Round is { } round ? round with { Phase = RoundPhase.Measured } : null,
        },

        ElementsPaperDrafted e => room with { Paper = new(room.Item!.Item, e.Paper, 0, NoRows<DelegationId, PaperAnswer>(), false, null) },
        PaperReadingHeld e => room with { Paper = room.Paper! with { Readings = e.Number, LastAnswers = e.Answers } },
        ElementsPaperRevised e => room with { Paper = room.Paper! with { Paper = e.Paper } },
        ElementsPaperCirculated => room with { Paper = room.Paper! with { IsCirculated = true } },
        ElementsPaperDecided e => room with { Paper = room.Paper! with { IsAccepted = e.IsAccepted, LastAnswers = e.Answers } },

        VoteOpened e => room with { Vote = new(e.Rule, e.Issues, e.Text, NoRows<DelegationId, Mark>()) },
        VotesCast e => room with { Vote = room.Vote! with { Marks = room.Vote.Marks.SetItems(e.Marks) } },
        VoteClosed e => room with { Vote = null, VoteResults = room.VoteResults.Add(e.Result) },

        InjectApplied e => room with { InjectsApplied = room.InjectsApplied.Add(e) },
        InstructionsChanged e => room with
        {
            Instructions = room.Instructions.SetItems(e.Rows.Select(row => KeyValuePair.Create(row.Key, new DelegationInstructions(room.Instructions[row.Key].Provisions.SetItems(row.Value.Provisions))))),
        },

        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static Confidence With(Confidence? before, Confidence moved) =>
        before is null ? moved : moved with { Openness = before.Openness.SetItems(moved.Openness) };

    private static ImmutableSortedDictionary<ProvisionId, DraftProvision> WithDraft(Negotiation room, ProvisionId provision, Func<DraftProvision, DraftProvision> change) =>
        room.Draft.SetItem(provision, change(room.Draft[provision]));

    private static ImmutableArray<Alternative> InPlace(ImmutableArray<Alternative> alternatives) =>
        alternatives.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Id.CompareTo(b.Id));

    private static DraftProvision WithStances(DraftProvision draft, ProvisionStances stances) => draft with
    {
        Text = stances.Text,
        Alternatives = draft.Alternatives.Select(a => a with { Behind = stances.Behind.GetValueOrDefault(a.Id, []) }).ToImmutableArray(),
    };

    private static ImmutableSortedDictionary<VoiceId, ImmutableSortedDictionary<ProvisionId, StatedPosition>> WithStated(Negotiation room, StatementMade statement)
    {
        if (statement.Stated.IsEmpty) return room.LastStated;
        var voice = new SpeakersListEntry(statement.Delegation, statement.OnBehalfOf).Voice;
        var before = room.LastStated.GetValueOrDefault(voice, NoRows<ProvisionId, StatedPosition>());
        return room.LastStated.SetItem(voice, before.SetItems(statement.Stated));
    }

    private static Round? WithMerge(Negotiation room, string offer, bool isAccepted, ImmutableArray<DelegationId> declinedBy)
    {
        if (room.Round is not { } round || room.Offers.FirstOrDefault(o => o.Id == offer) is not { } was) return room.Round;
        return round with { MergesConcluded = round.MergesConcluded.Add(new(was.Provision, isAccepted, was.Asked, declinedBy)) };
    }

    private static ImmutableSortedDictionary<ProvisionId, ImmutableArray<Position>> WithRows(
        Negotiation room,
        ImmutableArray<ProvisionId> provisions,
        ImmutableSortedDictionary<DelegationId, ImmutableArray<Position>> rows)
    {
        // The rows come in the order of their codes, which is the order of the States.
        var columns = provisions.Select(p => room.Positions.TryGetValue(p, out var old) ? old.ToArray() : new Position[room.States.Length]).ToArray();
        foreach (var (delegation, row) in rows)
        {
            var index = room.IndexOf(delegation);
            for (var column = 0; column < columns.Length; column++) columns[column][index] = row[column];
        }
        return room.Positions.SetItems(provisions.Select((p, column) => KeyValuePair.Create(p, Owned(columns[column]))));
    }

    private static ImmutableArray<Position> Owned(Position[] owned) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(owned);
}
