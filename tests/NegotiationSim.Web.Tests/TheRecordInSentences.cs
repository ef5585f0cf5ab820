using NegotiationSim.Domain;
using NegotiationSim.Scenarios;
using NegotiationSim.Simulation;

namespace NegotiationSim.Web.Tests;

public sealed class TheRecordInSentences
{
    private const string NoWords = "The room notes an entry that this page cannot put into words.";

    [Theory]
    [InlineData("first-contact", 7)]
    [InlineData("first-contact", 8)]
    [InlineData("security-council-reform-70", 7)]
    public void Whatever_the_public_sees_has_a_sentence(string scenario, ulong seed)
    {
        var room = Negotiation.Unopened;
        foreach (var happened in Headless.Play(new ScenarioLibrary().Open(scenario)!.Scenario!, seed, 0).SelectMany(b => b).Select(e => Audience.See(Viewer.Public, e)).OfType<NegotiationEvent>())
        {
            var sentence = Sentences.Of(room, happened);
            Assert.NotNull(sentence);
            Assert.NotEqual(NoWords, sentence.ToString());
            room = Negotiation.Evolve(room, happened);
        }
    }

    [Fact]
    public void What_is_not_for_the_public_has_none()
    {
        var room = Negotiation.Unopened;
        foreach (var happened in Headless.Play(new ScenarioLibrary().Open("first-contact")!.Scenario!, 7, 0).SelectMany(b => b))
        {
            if (Audience.See(Viewer.Public, happened) is null) Assert.Null(Sentences.Of(room, happened));
            room = Negotiation.Evolve(room, happened);
        }
    }
}
