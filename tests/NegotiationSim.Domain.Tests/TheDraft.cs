using System.Collections.Immutable;
using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

public sealed class TheDraft
{
    [Fact]
    public void A_delegation_proposes_words_of_its_own_and_stands_as_their_sponsor()
    {
        var proposed = AnIssueUnderDiscussion().When(new ProposeAlternative(France, UseOfTheVeto, At(.1), "The veto is used rarely").By(France));
        var alternative = proposed.Then<AlternativeProposed>().Alternative;
        Assert.Equal((Alternative(UseOfTheVeto, 4), At(.1)), (alternative.Id, alternative.At));
        Assert.Equal<DelegationId>([France], alternative.Sponsors);
        Assert.Equal([1, 4, 2, 3], proposed.Room.Draft[UseOfTheVeto].Alternatives.Select(a => Number(a.Id)));
    }

    [Fact]
    public void A_proposal_has_words_a_place_of_its_own_and_a_provision_under_discussion()
    {
        NegotiationCommand Propose(ProvisionId provision, double place, Words words) => new ProposeAlternative(France, provision, At(place), words).By(France);
        AnIssueUnderDiscussion().When(Propose(UseOfTheVeto, .5, "Words")).ThenRefused(Refusal.AlreadyProposed);
        AnIssueUnderDiscussion().When(Propose(UseOfTheVeto, .6, " ")).ThenRefused(Refusal.WordsMissing);
        AnIssueUnderDiscussion().When(Propose(UseOfTheVeto, .6, new string('a', 2_001))).ThenRefused(Refusal.WordsTooLong);
        AnIssueUnderDiscussion().When(Propose(UseOfTheVeto, .6, new("Words", new string('字', 2_001)))).ThenRefused(Refusal.WordsTooLong);
        AnIssueUnderDiscussion().When(Propose(Seats, .6, "Words")).ThenRefused(Refusal.NotUnderDiscussion);
        AnIssueUnderDiscussion().When(Propose(new("NO.1"), .6, "Words")).ThenRefused(Refusal.NoSuchProvision);
        AMeeting().When(Propose(UseOfTheVeto, .6, "Words")).ThenRefused(Refusal.NotUnderDiscussion);
    }

    [Fact]
    public void Nobody_proposes_in_the_name_of_another_or_of_a_State_that_is_not_there()
    {
        AnIssueUnderDiscussion().When(new ProposeAlternative(France, UseOfTheVeto, At(.6), "Words").By(Italy)).ThenRefused(Refusal.NotYourSeat);
        AnIssueUnderDiscussion().When(new ProposeAlternative(Atlantis, UseOfTheVeto, At(.6), "Words").ByTheFacilitator()).ThenRefused(Refusal.NoSuchDelegation);
    }

    [Fact]
    public void Only_the_sole_sponsor_withdraws_an_alternative()
    {
        AnIssueUnderDiscussion().When(new WithdrawAlternative(Italy, UseOfTheVeto, Alternative(UseOfTheVeto, 1)).By(Italy)).Then(typeof(AlternativeWithdrawn));
        AnIssueUnderDiscussion().When(new WithdrawAlternative(Brazil, UseOfTheVeto, Alternative(UseOfTheVeto, 1)).By(Brazil)).ThenRefused(Refusal.NotASponsor);
        AnIssueUnderDiscussion().When(new WithdrawAlternative(Kenya, UseOfTheVeto, Alternative(UseOfTheVeto, 3)).By(Kenya)).ThenRefused(Refusal.NotASponsor);
        AnIssueUnderDiscussion().When(new WithdrawAlternative(Italy, UseOfTheVeto, Alternative(UseOfTheVeto, 9)).By(Italy)).ThenRefused(Refusal.NoSuchAlternative);
        AnIssueUnderDiscussion().When(new WithdrawAlternative(Italy, UseOfTheVeto, Alternative(UseOfTheVeto, 1)).By(Brazil)).ThenRefused(Refusal.NotYourSeat);
    }

    [Fact]
    public void The_last_alternative_of_a_paragraph_stays() =>
        AnIssueUnderDiscussion().When(new WithdrawAlternative(France, NewVetoes, Alternative(NewVetoes, 1)).By(France)).ThenRefused(Refusal.TheOnlyAlternative);

    [Fact]
    public void A_merge_asks_the_sponsors_of_both_alternatives()
    {
        var offer = ARoundOnTheText().When(new OfferMerge(UseOfTheVeto, Merge())).Then<MergeOffered>().Offer;
        Assert.Equal<DelegationId>([Brazil, Italy], offer.Asked);
        Assert.Empty(offer.Answers);
    }

    [Fact]
    public void A_merge_is_offered_once_between_two_alternatives_of_the_provision()
    {
        var merge = Merge();
        AMergeOnOffer().When(new OfferMerge(UseOfTheVeto, merge)).ThenRefused(Refusal.AlreadyOffered);
        AMergeOnOffer().When(new OfferMerge(UseOfTheVeto, merge with { First = merge.Second, Second = merge.First })).ThenRefused(Refusal.AlreadyOffered);
        ARoundOnTheText().When(new OfferMerge(UseOfTheVeto, merge with { Second = merge.First })).ThenRefused(Refusal.NoSuchAlternative);
        ARoundOnTheText().When(new OfferMerge(NewVetoes, merge)).ThenRefused(Refusal.NoSuchAlternative);
        ARoundOnTheText().When(new OfferMerge(UseOfTheVeto, merge with { Text = " " })).ThenRefused(Refusal.WordsMissing);
        ARoundOnTheText().When(new OfferMerge(Seats, merge)).ThenRefused(Refusal.NotUnderDiscussion);
        ARoundOnTheText().When(new OfferMerge(UseOfTheVeto, merge).By(Kenya)).ThenRefused(Refusal.OnlyTheChair);
    }

    [Fact]
    public void Each_sponsor_answers_once_and_for_itself()
    {
        AMergeOnOffer().When(Answers((Italy, true)).By(Italy)).Then(typeof(MergeAnswered));
        AMergeOnOffer().When(Answers((Italy, true)).By(Brazil)).ThenRefused(Refusal.NotYourSeat);
        AMergeOnOffer().When(Answers((Kenya, true)).By(Kenya)).ThenRefused(Refusal.NotAsked);
        AMergeOnOffer().When(Answers()).ThenRefused(Refusal.NotAsked);
        AMergeOnOffer().After(Answers((Italy, true))).When(Answers((Italy, false))).ThenRefused(Refusal.AlreadyAnswered);
        ARoundOnTheText().When(Answers((Italy, true))).ThenRefused(Refusal.NoSuchOffer);
    }

    [Fact]
    public void A_merge_waits_for_every_answer() =>
        AMergeOnOffer().After(Answers((Italy, true))).When(Conclude()).ThenRefused(Refusal.AnswersAwaited);

    [Fact]
    public void An_accepted_merge_leaves_one_alternative_with_all_the_States_of_both()
    {
        var merged = AMergeOnOffer().After(Answers((Italy, true), (Brazil, true))).When(Conclude());
        var into = merged.Then<AlternativesMerged>().Into;
        Assert.Equal(Alternative(UseOfTheVeto, 4), into.Id);
        Assert.Equal<DelegationId>([Brazil, Italy], into.Sponsors);
        Assert.Equal<DelegationId>([Brazil, France, Italy, Kenya], into.Behind);
        Assert.Equal([4, 3], merged.Room.Draft[UseOfTheVeto].Alternatives.Select(a => Number(a.Id)));
        Assert.Empty(merged.Room.Offers);
        Assert.True(Assert.Single(merged.Room.Round!.MergesConcluded).IsAccepted);
    }

    [Fact]
    public void One_sponsor_that_declines_keeps_both_alternatives()
    {
        var declined = AMergeOnOffer().After(Answers((Italy, false), (Brazil, true))).When(Conclude());
        Assert.Equal<DelegationId>([Italy], declined.Then<MergeDeclined>().DeclinedBy);
        Assert.Equal(3, declined.Room.Draft[UseOfTheVeto].Alternatives.Length);
        Assert.Empty(declined.Room.Offers);
    }

    [Fact]
    public void An_offer_lapses_with_its_alternative_whatever_was_answered()
    {
        var lapsed = AMergeOnOffer().After(new WithdrawAlternative(Italy, UseOfTheVeto, Alternative(UseOfTheVeto, 1)).By(Italy)).When(Conclude());
        Assert.Empty(lapsed.Then<MergeDeclined>().DeclinedBy);
    }

    [Fact]
    public void An_offer_lapses_with_the_discussion_in_which_it_was_made()
    {
        var later = ARoundThatHasEnded().After(new OfferMerge(UseOfTheVeto, Merge()), Answers((Italy, true), (Brazil, true)), new ConcludeIssue(false), new TakeUpIssue(Enlargement));
        Assert.Empty(later.When(Conclude()).Then<MergeDeclined>().DeclinedBy);
    }

    [Fact]
    public void One_objection_keeps_a_bracket_open()
    {
        var heard = ARoundOnTheText().When(new CloseBracket(UseOfTheVeto, Alternative(UseOfTheVeto, 2), [SierraLeone]));
        heard.Then(typeof(ObjectionsHeard));
        Assert.False(heard.Room.Draft[UseOfTheVeto].IsClosed);
    }

    [Fact]
    public void Without_objection_the_bracket_closes_on_the_alternative_and_leaves_it_alone()
    {
        var closed = ABracketClosed();
        var draft = closed.Room.Draft[UseOfTheVeto];
        Assert.True(draft.IsClosed);
        Assert.Equal(Alternative(UseOfTheVeto, 2), Assert.Single(draft.Alternatives).Id);
        Assert.Equal(At(.5), draft.Text);
        Assert.Empty(closed.Room.Offers);
    }

    [Fact]
    public void A_closed_bracket_is_agreed_and_takes_no_change()
    {
        var (closed, agreed) = (ABracketClosed(), Alternative(UseOfTheVeto, 2));
        closed.When(new ProposeAlternative(France, UseOfTheVeto, At(.1), "Words").By(France)).ThenRefused(Refusal.BracketIsClosed);
        closed.When(new WithdrawAlternative(Brazil, UseOfTheVeto, agreed).By(Brazil)).ThenRefused(Refusal.BracketIsClosed);
        closed.When(new OfferMerge(UseOfTheVeto, Merge())).ThenRefused(Refusal.BracketIsClosed);
        closed.When(new CloseBracket(UseOfTheVeto, agreed, [])).ThenRefused(Refusal.BracketIsClosed);
        closed.When(Answers((Italy, true))).ThenRefused(Refusal.NoSuchOffer);
    }

    [Fact]
    public void The_text_is_not_changed_while_it_is_voted_on()
    {
        var voting = AMergeOnOffer().After(new OpenVote("simple", [Veto]));
        voting.When(new ProposeAlternative(France, UseOfTheVeto, At(.1), "Words").By(France)).ThenRefused(Refusal.VoteUnderWay);
        voting.When(new WithdrawAlternative(Italy, UseOfTheVeto, Alternative(UseOfTheVeto, 1)).By(Italy)).ThenRefused(Refusal.VoteUnderWay);
        voting.When(Answers((Italy, true))).ThenRefused(Refusal.VoteUnderWay);
    }

    private static World ABracketClosed() => AMergeOnOffer().After(new CloseBracket(UseOfTheVeto, Alternative(UseOfTheVeto, 2), []));

    private static AnswerMerge Answers(params (DelegationId Delegation, bool Accepts)[] answers) =>
        new(MergeOffer.IdOf(Merge().First, Merge().Second), answers.ToImmutableSortedDictionary(a => a.Delegation, a => a.Accepts));

    private static ConcludeMerge Conclude() => new(MergeOffer.IdOf(Merge().First, Merge().Second), At(.5));

    private static int Number(AlternativeId id) => id.Value[^1] - '0';
}
