using System.Collections.Immutable;
using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

public sealed class TheInjects
{
    [Fact]
    public void News_reaches_everyone_and_instructions_change_for_those_concerned()
    {
        var news = AMeeting().When(new ApplyInject(News(Position.One / 4)).ByTheFacilitator());
        news.Then(typeof(InjectApplied), typeof(InstructionsChanged));
        Assert.Equal([Kenya], news.Then<InstructionsChanged>().Rows.Keys);
        Assert.Equal(At(.75), news.Room.Instructions[Kenya].Provisions[UseOfTheVeto].Ideal);
        Assert.Equal((At(.5), At(1)), (news.Room.Instructions[Kenya].Provisions[UseOfTheVeto].From, news.Room.Instructions[Kenya].Provisions[UseOfTheVeto].To));
        Assert.Equal(At(.5), news.Room.Instructions[Kenya].Provisions[Seats].Ideal);
        Assert.Equal(At(.5), news.Room.Instructions[Italy].Provisions[UseOfTheVeto].Ideal);
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MinValue, 0)]
    [InlineData(Position.One, 1)]
    [InlineData(-Position.One, 0)]
    public void However_great_the_shock_a_position_stays_on_the_ladder(long shift, double at) =>
        Assert.Equal(At(at), AMeeting().After(new ApplyInject(News(shift))).Room.Instructions[Kenya].Provisions[UseOfTheVeto].Ideal);

    [Theory]
    [InlineData(int.MaxValue, 1)]
    [InlineData(int.MinValue, 0)]
    public void However_great_the_shock_a_weight_stays_a_weight(int shift, double salience) =>
        Assert.Equal(Weight.FromShare(salience), AMeeting().After(new ApplyInject(News(0, shift))).Room.Instructions[Kenya].Provisions[UseOfTheVeto].Salience);

    [Theory]
    [InlineData(Weight.One / 4, .75)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(int.MinValue, 0)]
    public void Trust_moves_both_ways_between_the_groups_and_nowhere_else(int shift, double trust)
    {
        var effect = new InjectEffect([Kenya, SierraLeone], [], 0, 0, shift, [new("WEOG"), Africa]);
        var between = AMeeting().When(new ApplyInject(News(0) with { Effects = [effect] })).Then<TrustMoved>().Between;
        foreach (var a in Enumerable.Range(0, 4))
            foreach (var b in Enumerable.Range(0, 4))
                Assert.Equal(Trust.FromShare((a, b) is (0, 3) or (3, 0) ? trust : .5), between[a * 4 + b]);
    }

    [Fact]
    public void The_same_news_arrives_once() =>
        AMeeting().After(new ApplyInject(News(1))).When(new ApplyInject(News(2)).ByTheFacilitator()).ThenRefused(Refusal.InjectKnown);

    [Fact]
    public void Only_the_facilitator_brings_news() =>
        AMeeting().When(new ApplyInject(News(1)).By(Kenya)).ThenRefused(Refusal.OnlyFacilitators);

    [Fact]
    public void News_speaks_of_States_provisions_and_groups_of_the_room()
    {
        var effect = News(1).Effects[0];
        void Refused(InjectEffect changed, Refusal refusal) => AMeeting().When(new ApplyInject(News(1) with { Effects = [changed] })).ThenRefused(refusal);
        Refused(effect with { Delegations = [Atlantis] }, Refusal.NoSuchDelegation);
        Refused(effect with { Provisions = [new("NO.1")] }, Refusal.NoSuchProvision);
        Refused(effect with { TrustShift = 1, Towards = [Ufc] }, Refusal.NotInThatGroup);
        AMeeting().When(new ApplyInject(News(1) with { Effects = [null!] })).ThenRefused(Refusal.NotOfThisRoom);
    }

    [Fact]
    public void News_has_words_and_not_too_many()
    {
        AMeeting().When(new ApplyInject(News(1) with { Title = " " })).ThenRefused(Refusal.WordsMissing);
        AMeeting().When(new ApplyInject(News(1) with { Text = "" })).ThenRefused(Refusal.WordsMissing);
        AMeeting().When(new ApplyInject(News(1) with { Id = "" })).ThenRefused(Refusal.WordsMissing);
        AMeeting().When(new ApplyInject(News(1) with { Text = new string('a', 2_001) }).ByTheFacilitator()).ThenRefused(Refusal.WordsTooLong);
    }

    private static Inject News(long idealShift, int salienceShift = 0) =>
        new("summit", Morning, "A summit", "The heads of State have met.", [new([Kenya], [UseOfTheVeto], idealShift, salienceShift, 0, ImmutableArray<GroupId>.Empty)]);
}
