using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CsCheck;
using static NegotiationSim.Domain.Tests.ASmallRoom;

namespace NegotiationSim.Domain.Tests;

/// <summary>What holds for whatever anybody tries.</summary>
public sealed class AnySequenceOfCommands
{
    [Fact]
    public void The_room_answers_with_events_or_with_a_refusal_in_words_and_never_both() =>
        Trials.Sample(trial =>
        {
            foreach (var (before, command, decision, _) in Played(trial))
            {
                if (decision.IsRefused == !decision.Events.IsEmpty) return false;
                if (decision.Refusal is { } refusal && !refusal.Fact.EndsWith('.')) return false;
                if (decision.Events.Any(e => e.At != command.At || e.By != command.By || e.At < before.Now)) return false;
            }
            return true;
        }, iter: 300);

    [Fact]
    public void A_replayed_record_rebuilds_the_room_and_a_refusal_leaves_no_trace() =>
        Trials.Sample(trial =>
        {
            var (room, record) = (trial.Beginning.Room, trial.Beginning.Record.ToList());
            foreach (var (before, _, decision, after) in Played(trial))
            {
                if (decision.IsRefused && !ReferenceEquals(before, after)) return false;
                record.AddRange(decision.Events);
                room = after;
            }
            return NegotiationJson.Digest(Negotiation.Replay(Negotiation.Unopened, record)) == NegotiationJson.Digest(room);
        }, iter: 60);

    [Fact]
    public void Every_event_is_read_back_to_the_same_bytes() =>
        Trials.Sample(trial => Played(trial).SelectMany(p => p.Decision.Events).All(e =>
        {
            var bytes = NegotiationJson.Bytes(e);
            return NegotiationJson.Bytes(NegotiationJson.Event(bytes)).AsSpan().SequenceEqual(bytes);
        }), iter: 60);

    [Fact]
    public void Every_command_is_read_back_to_the_same_bytes() =>
        Trials.Sample(trial => Played(trial).All(p =>
        {
            var bytes = NegotiationJson.Bytes(p.Command);
            return NegotiationJson.Bytes(NegotiationJson.Command(bytes)).AsSpan().SequenceEqual(bytes);
        }), iter: 30);

    [Fact]
    public void What_each_sees_is_the_room_of_what_each_has_seen() =>
        Trials.Sample(trial =>
        {
            var facts = trial.Beginning.Room.Facts;
            Viewer[] viewers = [Viewer.Public, Viewer.Facilitator, .. All.Select(d => Viewer.Of(d, facts))];
            var seen = viewers.Select(v => Audience.View(v, trial.Beginning.Room)).ToArray();
            foreach (var (before, _, decision, _) in Played(trial))
            {
                var room = before;
                foreach (var happened in decision.Events)
                {
                    room = Negotiation.Evolve(room, happened);
                    for (var i = 0; i < viewers.Length; i++)
                    {
                        if (Audience.See(viewers[i], happened) is { } shown) seen[i] = Negotiation.Evolve(seen[i], shown);
                        if (NegotiationJson.Digest(Audience.View(viewers[i], room)) != NegotiationJson.Digest(seen[i])) return false;
                    }
                }
            }
            return true;
        }, iter: 15);

    [Fact]
    public void The_opening_too_shows_each_its_own() =>
        Assert.All(new[] { Viewer.Public, Viewer.Facilitator, Viewer.Of(Kenya, AnOpenRoom().Room.Facts) }, viewer =>
            Assert.Equal(
                NegotiationJson.Digest(Audience.View(viewer, AnOpenRoom().Room)),
                NegotiationJson.Digest(Negotiation.Replay(Negotiation.Unopened, AnOpenRoom().Record.Select(e => Audience.See(viewer, e)).OfType<NegotiationEvent>()))));

    [Fact]
    public void No_alternative_bears_the_name_of_another() =>
        Trials.Sample(trial =>
        {
            var tabled = AnOpenRoom().Room.Draft.Values.SelectMany(d => d.Alternatives).Select(a => a.Id);
            var later = trial.Beginning.Record.Concat(Played(trial).SelectMany(p => p.Decision.Events))
                .Select(e => e switch { AlternativeProposed a => a.Alternative.Id, AlternativesMerged m => m.Into.Id, _ => (AlternativeId?)null })
                .OfType<AlternativeId>();
            var all = tabled.Concat(later).ToArray();
            return all.Distinct().Count() == all.Length;
        }, iter: 100);

    [Fact]
    public void Every_provision_keeps_an_alternative_and_everyone_behind_one_is_in_the_room() =>
        Trials.Sample(trial => Played(trial).All(p => p.After.Draft.Values.All(d =>
            !d.Alternatives.IsEmpty && d.Alternatives.All(a => !a.Sponsors.IsEmpty && a.Sponsors.All(p.After.HasDelegation)) && (!d.IsClosed || d.Alternatives.Length == 1))), iter: 100);

    [Fact]
    public void What_a_browser_sends_is_not_a_command_or_is_decided_in_words()
    {
        var palette = Gen.Select(Gen.Int[0, 45].Select(k => Math.Min(k, AnyCommand.Kinds - 1)), Gen.Int[0, 40], Gen.Int[0, 40], (kind, a, b) => new AnyCommand(kind, 2, a, b, 0));
        Gen.Select(palette, Gen.Int[0, Beginnings.Length - 1], Gen.Int[0, 10_000], Gen.Int[0, Hostile.Length - 1]).Sample((any, world, at, what) =>
        {
            var room = Beginnings[world].Room;
            var sent = JsonNode.Parse(NegotiationJson.Bytes(any.In(room)))!;
            Spoil(sent, at, Hostile[what]);
            NegotiationCommand command;
            try
            {
                command = NegotiationJson.Command(Encoding.UTF8.GetBytes(sent.ToJsonString()));
            }
            catch (JsonException)
            {
                return;
            }
            var decision = Negotiation.Decide(room, command with { By = Actor.Facilitator, At = room.Now });
            foreach (var happened in decision.Events)
            {
                room = Negotiation.Evolve(room, NegotiationJson.Event(NegotiationJson.Bytes(happened)));
                NegotiationJson.Digest(room);
            }
        }, iter: 3_000);
    }

    [Theory]
    [InlineData("""{"$t":"requestFloor","delegation":"\ud800"}""")]
    [InlineData("""{"$t":"requestFloor","delegation":null}""")]
    [InlineData("""{"$t":"requestFloor","delegation":["KEN"]}""")]
    [InlineData("""{"$t":"castVotes","marks":null}""")]
    [InlineData("""{"$t":"castVotes","marks":{"":"for"}}""")]
    [InlineData("""{"$t":"castVotes","marks":{"KEN":"perhaps"}}""")]
    [InlineData("""{"$t":"openVote","rule":null,"issues":["VET"]}""")]
    [InlineData("""{"$t":"openVote","rule":"simple","issues":null}""")]
    [InlineData("""{"$t":"proposeAlternative","delegation":"KEN","provision":"VET.1","place":1099511627777,"text":{"en":"Words"}}""")]
    [InlineData("""{"$t":"proposeAlternative","delegation":"KEN","provision":"VET.1","place":0.5,"text":{"en":"Words"}}""")]
    [InlineData("""{"$t":"proposeAlternative","delegation":"KEN","provision":"VET.1","place":1,"text":{"en":null}}""")]
    [InlineData("""{"$t":"proposeAlternative","delegation":"KEN","provision":"VET.1","place":1,"text":null}""")]
    [InlineData("""{"$t":"suspendMeeting","until":"the morning"}""")]
    [InlineData("""{"$t":"suspendMeeting","until":7}""")]
    [InlineData("""[]""")]
    [InlineData("""7""")]
    [InlineData("")]
    public void What_is_not_a_command_is_not_read(string text) =>
        Assert.Throws<JsonException>(() => NegotiationJson.Command(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Every_kind_of_command_and_of_event_has_a_name_in_the_record()
    {
        AllAreNamed(typeof(NegotiationCommand));
        AllAreNamed(typeof(NegotiationEvent));
    }

    private static void AllAreNamed(Type kind)
    {
        var named = kind.GetCustomAttributes<JsonDerivedTypeAttribute>().ToArray();
        Assert.Equal(
            kind.Assembly.GetTypes().Where(t => t.IsSubclassOf(kind) && !t.IsAbstract).Select(t => t.Name).Order(StringComparer.Ordinal),
            named.Select(n => n.DerivedType.Name).Order(StringComparer.Ordinal));
        Assert.All(named, n => Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(n.DerivedType.Name), n.TypeDiscriminator));
    }

    private static readonly string[] Hostile =
    [
        "null", "-1", "0", "7", "99", "1e400", "9223372036854775807", "-9223372036854775808", "1099511627776", "0.5", "true", "\"\"", "\" \"", "\"KEN\"", "\"nobody\"", "\"VET.1\"", "[]", "[null]", "{}",
        """{"KEN":null}""", """{"KEN":7}""", """["KEN","KEN"]""", """{"en":""}""", "\"-10675199.02:48:05.4775808\"", "\"99.23:59:59\"", "\"9999-12-31T23:59:59\"", "\"0001-01-01T00:00:00\"", $"\"{new string('x', 5_000)}\"",
    ];

    /// <summary>Puts something else in the place of one member or element, wherever it is.</summary>
    private static void Spoil(JsonNode sent, int at, string with)
    {
        var places = Places(sent).ToArray();
        var place = places[at % places.Length];
        var value = JsonNode.Parse(with);
        if (place.Parent is JsonObject holder) holder[place.Name!] = value;
        else ((JsonArray)place.Parent)[place.Index] = value;
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.Where(m => m.Key != "$t").SelectMany(m => Places(m.Value).Prepend(((JsonNode)o, (string?)m.Key, 0))),
        JsonArray a => a.SelectMany((e, i) => Places(e).Prepend(((JsonNode)a, (string?)null, i))),
        _ => [],
    };

    private static readonly ImmutableArray<World> Beginnings = [.. Worlds.Select(w => w())];

    /// <summary>Some world, and what is tried in it.</summary>
    private static readonly Gen<(World Beginning, AnyCommand[] Commands)> Trials = Gen.Select(Gen.Int[0, Beginnings.Length - 1].Select(i => Beginnings[i]), AnyCommand.Sequences);

    private static IEnumerable<(Negotiation Before, NegotiationCommand Command, Decision Decision, Negotiation After)> Played((World Beginning, AnyCommand[] Commands) trial)
    {
        var room = trial.Beginning.Room;
        foreach (var any in trial.Commands)
        {
            var command = any.In(room);
            var decision = Negotiation.Decide(room, command);
            var after = decision.Events.IsEmpty ? room : Negotiation.Replay(room, decision.Events);
            yield return (room, command, decision, after);
            room = after;
        }
    }
}
