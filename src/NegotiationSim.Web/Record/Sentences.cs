using System.Collections.Immutable;
using NegotiationSim.Domain;

namespace NegotiationSim.Web;

/// <summary>A stretch of a sentence; strong where the eye should land.</summary>
public readonly record struct Phrase(string Text, bool IsStrong = false)
{
    public static implicit operator Phrase(string text) => new(text);
}

/// <summary>What an entry of the record says to a person.</summary>
/// <param name="IsMinor">The record keeps it; the list on the page passes over it, because another sentence beside it says more.</param>
/// <param name="IsNews">Worth saying aloud to somebody who cannot see the page.</param>
public sealed record Sentence(Sign Sign, ImmutableArray<Phrase> Phrases, bool IsMinor = false, bool IsNews = false)
{
    public override string ToString() => string.Concat(Phrases.Select(p => p.Text));
}

/// <summary>The record in sentences: one for every kind of event that the public may see.</summary>
public static class Sentences
{
    /// <summary>Movement smaller than this share of the ladder is not called movement.</summary>
    private const double Noticeable = 0.005;

    /// <param name="before">The room that the event came into.</param>
    /// <returns>Null for what is not for the public.</returns>
    public static Sentence? Of(Negotiation before, NegotiationEvent happened) => happened switch
    {
        NegotiationOpened e => Say(Sign.Room, Strong(e.Title.En), $" opens: {e.States.Length} States, {Issues(e.Issues.Length)}."),
        OpeningPositionsTaken e => Say(Sign.Room, Strong($"{e.Rows.Count} delegations"), " take their seats and their opening positions."),
        DraftTabled e => Say(Sign.Text, "The stated positions are compiled into a ", Strong("draft"), $" of {e.Provisions.Count} paragraphs, all in brackets."),
        NegotiationClosed e => News(Sign.Rule, Strong("The programme is carried out."), " ", e.Converged.IsEmpty
            ? "No issue has converged."
            : $"{Spoken.Count(e.Converged.Length)} of {Issues(before.Facts.Issues.Length)} converged: {Spoken.List([.. e.Converged.Select(i => Spoken.Lower(before.IssueNamed(i).ShortTitle.En))])}."),

        MeetingOpened e => News(Sign.Rule, Strong($"Meeting {e.Number}"), $" is called to order on {Spoken.Day(e.At.Day)}."),
        MeetingSuspended { Until: { } until } => Say(Sign.Rule, "The meeting is suspended until ", Strong(Spoken.Time(until)), "."),
        MeetingSuspended => Say(Sign.Rule, "The meeting is suspended."),
        MeetingResumed => Say(Sign.Rule, "The meeting resumes."),
        MeetingAdjourned => Say(Sign.Rule, "The meeting is adjourned."),

        ItemTakenUp e => Say(Sign.Rule, "The programme turns to ", Strong(Spoken.Lower(before.Facts.Programme.Items[e.Item].Title.En)), "."),
        IssueTakenUp e => News(Sign.Rule, "The room takes up ", Strong(Spoken.Lower(before.IssueNamed(e.Issue).Title.En)), "."),
        IssueConcluded e => Say(Sign.Rule, "Discussion of ", Strong(Spoken.Lower(before.IssueNamed(e.Issue).ShortTitle.En)), e.Early ? " ends early: nothing had moved." : " is concluded."),
        ItemConcluded e => Say(Sign.Rule, $"The item on {Spoken.Lower(before.Facts.Programme.Items[e.Item].Title.En)} is concluded.") with { IsMinor = true },

        RoundBegun e => Say(Sign.Room, $"Round {e.Number} begins."),
        RoundEnded e => Say(Sign.Room, $"Round {e.Number} ends.") with { IsMinor = true },
        GroupLinesAgreed => Say(Sign.Person, "The groups agree their lines behind closed doors.") with { IsMinor = true },

        SpeakersListDrawnUp e => Say(Sign.Speech, $"{e.Entries.Length} names stand on the speakers’ list.") with { IsMinor = true },
        SpeakersListClosed => Say(Sign.Speech, "The speakers’ list is closed.") with { IsMinor = true },
        FloorRequested e => Say(Sign.Speech, Voice(before, e.Entry.Delegation, e.Entry.OnBehalfOf), " asks for the floor."),
        FloorRequestWithdrawn e => Say(Sign.Speech, Strong(Spoken.Of(before, e.Delegation)), " gives up its place on the list."),
        FloorGiven e => Say(Sign.Speech, Voice(before, e.To.Delegation, e.To.OnBehalfOf), " has the floor.") with { IsMinor = true, IsNews = true },
        StatementMade e => Statement(before, e),
        FloorReturned e => Say(Sign.Speech, Strong(Spoken.Of(before, e.Delegation)), " returns the floor.") with { IsMinor = true },

        AlternativeProposed e => Say(Sign.Text, Strong("New words"), $" on {About(before, e.Provision)}{From(before, e.Alternative)}: {Shown(e.Alternative.Text)}"),
        AlternativeWithdrawn e => Say(Sign.Text, "An alternative on ", Strong(About(before, e.Provision)), " is withdrawn."),
        MergeOffered e => Say(Sign.Merge, e.Offer.OfferedBy.Delegation is { } by ? Strong(Spoken.Of(before, by)) : (Phrase)"The co-facilitators", " offer", e.Offer.OfferedBy.Delegation is null ? "" : "s", " to merge two alternatives on ", Strong(About(before, e.Offer.Provision)), "."),
        MergeAnswered e => Say(Sign.Merge, $"{e.Answers.Values.Count(yes => yes)} of {e.Answers.Count} sponsors accept the merge.") with { IsMinor = true },
        AlternativesMerged e => News(Sign.Merge, Strong("Two alternatives become one"), $" on {About(before, e.Provision)}: {Shown(e.Into.Text)}"),
        MergeDeclined { DeclinedBy.IsEmpty: true } e => Say(Sign.Merge, $"The offer to merge on {About(before, e.Provision)} lapses."),
        MergeDeclined e => Say(Sign.Merge, Strong(Spoken.Some(before, e.DeclinedBy)), $" decline{(e.DeclinedBy.Length == 1 ? "s" : "")} to merge on {About(before, e.Provision)}."),
        ObjectionsHeard { Objectors.IsEmpty: true } e => Say(Sign.Text, "Asked to close the bracket on ", Strong(About(before, e.Provision)), ", nobody objects."),
        ObjectionsHeard e => Say(Sign.Text, "Asked to close the bracket on ", Strong(About(before, e.Provision)), $", {Spoken.Some(before, e.Objectors)} object{(e.Objectors.Length == 1 ? "s" : "")}."),
        BracketClosed e => News(Sign.Text, Strong("A bracket closes"), $" on {About(before, e.Provision)}."),

        PositionsReflected e => Movement(before, e),
        StancesTaken => Say(Sign.Person, "The States take their places behind the alternatives.") with { IsMinor = true },
        MeasuresTaken e => Measured(before, e.Measures),

        ElementsPaperDrafted { Paper: null } => News(Sign.Paper, "Nothing has converged. ", Strong("There is no paper to write.")),
        ElementsPaperDrafted { Paper: { } paper } => News(Sign.Paper, Strong("The elements of convergence are drafted"), $": {paper.Elements.Length} elements on {Spoken.List([.. paper.Issues.Select(i => Spoken.Lower(before.IssueNamed(i).ShortTitle.En))])}."),
        PaperReadingHeld e => News(Sign.Paper, Strong($"Reading {e.Number} of the paper"), $": {Verdicts(e.Answers.Values)}"),
        ElementsPaperRevised e => Say(Sign.Paper, $"The paper is revised: version {e.Paper.Version}, {e.Paper.Elements.Length} elements."),
        ElementsPaperCirculated => Say(Sign.Paper, "The paper is circulated to all delegations."),
        ElementsPaperDecided e => News(Sign.Paper, Strong(e.IsAccepted ? "The elements paper is accepted." : "The elements paper is not accepted."), $" {Verdicts(e.Answers.Values)}"),

        VoteOpened e => News(Sign.Vote, "A vote is called under ", Strong(Spoken.Lower(before.Facts.Rules.Named(e.Rule).Title.En)), "."),
        VotesCast e => Say(Sign.Vote, $"{Spoken.States(e.Marks.Count)} vote{(e.Marks.Count == 1 ? "s" : "")}.") with { IsMinor = true },
        VoteClosed e => News(Sign.Vote, Strong(Result(e.Result)), $" {e.Result.For} for, {e.Result.Against} against, {e.Result.Abstaining} abstaining, {e.Result.Absent} absent."),

        InjectApplied e => News(Sign.Inject, Strong(e.Title.En), ". ", e.Text.En),

        InstructionsGiven or InstructionsChanged or ModelConfigured or ConfidenceMoved or TrustMoved or RoundAudited => null,
        _ => Say(Sign.Rule, "The room notes an entry that this page cannot put into words."),
    };

    /// <summary>Adopted, or how many votes are missing.</summary>
    public static string Result(VoteResult result) => result switch
    {
        { IsAdopted: true } => "Adopted.",
        { Missing: 1 } => "Not adopted: one vote missing.",
        _ => $"Not adopted: {result.Missing} votes missing.",
    };

    /// <summary>Everyone accepts, or how many find too little and too much in the paper.</summary>
    public static string Verdicts(IEnumerable<PaperAnswer> answers)
    {
        var (little, much) = (0, 0);
        foreach (var answer in answers)
        {
            if (answer.Verdict is PaperVerdict.AsksTooLittle) little++;
            if (answer.Verdict is PaperVerdict.AsksTooMuch) much++;
        }
        return (little, much) switch
        {
            (0, 0) => "Everyone can accept it.",
            (_, 0) => $"{Spoken.States(little)} find that it asks too little.",
            (0, _) => $"{Spoken.States(much)} find that it asks too much.",
            _ => $"{Spoken.States(little)} find that it asks too little, {much} that it asks too much.",
        };
    }

    private static Sentence Statement(Negotiation before, StatementMade e)
    {
        var who = Voice(before, e.Delegation, e.OnBehalfOf);
        var provision = before.ProvisionNamed(e.Provision);
        var place = e.Stated.TryGetValue(e.Provision, out var stated) ? Spoken.At(provision, stated.At) : null;
        var on = Spoken.Lower(provision.Title.En);
        if (e.Words is { Length: > 0 } words) return Say(Sign.Speech, who, $": “{words}”");
        var answering = e.Answers is { } other ? $", taking up {Spoken.Of(before, other)}" : "";
        return e.Kind switch
        {
            StatementKind.Restate => Say(Sign.Speech, who, $" restates on {on}: {place ?? "as before"}{answering}."),
            StatementKind.Clarify => Say(Sign.Speech, who, $" explains its position on {on}: {place ?? "as before"}{answering}."),
            StatementKind.Move => Say(Sign.Move, who, $" has moved on {on}: {place ?? "closer"}{answering}."),
            StatementKind.Bridge => Say(Sign.Merge, who, $" looks for a place between two alternatives on {on}{answering}."),
            StatementKind.Propose => Say(Sign.Text, who, $" brings words of its own on {on}{answering}."),
            StatementKind.Merge => Say(Sign.Merge, who, $" would merge two alternatives on {on}{answering}."),
            StatementKind.Object => Say(Sign.Object, who, $" objects to the text on {on}{answering}."),
            StatementKind.Procedure => Say(Sign.Rule, who, $" speaks to procedure{answering}."),
            _ => Say(Sign.Speech, who, $" speaks on {on}{answering}."),
        };
    }

    private static Sentence Movement(Negotiation before, PositionsReflected e)
    {
        var columns = Enumerable.Range(0, e.Provisions.Length).Where(c => before.Draft.ContainsKey(e.Provisions[c]) && before.Positions.ContainsKey(e.Provisions[c])).ToList();
        var (towards, away) = (0, 0);
        foreach (var (delegation, row) in e.Rows)
        {
            var index = before.IndexOf(delegation);
            var nearer = columns.Sum(c =>
            {
                var text = before.Draft[e.Provisions[c]].Text.Share;
                return Math.Abs(before.Positions[e.Provisions[c]][index].Share - text) - Math.Abs(row[c].Share - text);
            });
            if (nearer > Noticeable) towards++;
            if (nearer < -Noticeable) away++;
        }
        return (towards, away) switch
        {
            (0, 0) => Say(Sign.Move, $"After round {e.Round} nobody has noticeably moved."),
            (_, 0) => Say(Sign.Move, Strong(Moved(towards)), $" towards the text after round {e.Round}."),
            (0, _) => Say(Sign.Move, Strong(Moved(away)), $" away from the text after round {e.Round}."),
            _ => Say(Sign.Move, Strong(Moved(towards)), $" towards the text and {away} away from it after round {e.Round}."),
        };
    }

    private static string Moved(int count) => $"{Spoken.States(count)} moved";

    private static Sentence Measured(Negotiation before, RoundMeasures now)
    {
        if (now.Issue is not { } id || !now.Issues.TryGetValue(id, out var measures))
            return Say(Sign.Room, "The room is measured before the first meeting.") with { IsMinor = true };
        var value = (measures.SubstantiveConvergence + 50) / 100;
        var was = before.Measures.LastOrDefault()?.Issues.GetValueOrDefault(id) is { } old ? (old.SubstantiveConvergence + 50) / 100 : value;
        var name = before.IssueNamed(id).ShortTitle.En;
        return News(Sign.Room, Strong($"{name} {(value == was ? $"stays at {value}" : $"{(value > was ? "rises" : "falls")} from {was} to {value}")}"), $" after round {now.Round}{Gap(before, measures)}.");
    }

    private static string Gap(Negotiation before, IssueMeasures measures) =>
        measures.Acceptable.TryGetValue(before.Facts.Rules.Text, out var text)
            ? text.Missing switch { 0 => ", enough could accept the text", 1 => ", one vote missing", var n => $", {n} votes missing" }
            : "";

    private static Phrase Voice(Negotiation room, DelegationId delegation, GroupId? onBehalfOf) => Strong(
        onBehalfOf is { } group ? $"{Spoken.Of(room, delegation)}, for {Spoken.WithArticle(room.GroupNamed(group))}," : Spoken.Of(room, delegation));

    private static string About(Negotiation room, ProvisionId provision) => Spoken.Lower(room.ProvisionNamed(provision).Title.En);

    private static string From(Negotiation room, Alternative alternative) =>
        alternative.Sponsors.IsEmpty ? "" : $" from {Spoken.Some(room, alternative.Sponsors)}";

    private static string Shown(Words words)
    {
        var text = words.En.TrimEnd(';', '.', ' ');
        return text.Length <= 120 ? $"{text}." : $"{text[..text.LastIndexOf(' ', 116)]} …";
    }

    private static string Issues(int count) => count == 1 ? "one key issue" : $"{Spoken.Count(count).ToLowerInvariant()} key issues";

    private static Phrase Strong(string text) => new(text, true);

    private static Sentence Say(Sign sign, params ReadOnlySpan<Phrase> phrases) => new(sign, [.. phrases]);

    private static Sentence News(Sign sign, params ReadOnlySpan<Phrase> phrases) => new(sign, [.. phrases], IsNews: true);
}
