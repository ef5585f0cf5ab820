using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace NegotiationSim.Domain.Tests;

public sealed class TheRecordsForm
{
    private static readonly RoomTime Morning = RoomTime.Of(new DateOnly(2016, 2, 3), new TimeOnly(10, 0));

    [Fact]
    public void An_event_is_written_with_its_kind_first_then_when_and_by_whom()
    {
        var given = new FloorGiven(new(new("SLE"), new GroupId("AFRICA")), TimeSpan.FromMinutes(5)) { At = Morning, By = Actor.CoFacilitators };
        Assert.Equal(
            """{"$t":"floorGiven","at":"2016-02-03T10:00:00","by":"co-facilitators","to":{"delegation":"SLE","onBehalfOf":"AFRICA"},"speakingTime":"00:05:00"}""",
            Encoding.UTF8.GetString(NegotiationJson.Bytes(given)));
        Assert.Equal(given, NegotiationJson.Event(NegotiationJson.Bytes(given)));
    }

    [Fact]
    public void A_member_that_was_left_out_is_read_back_as_absent()
    {
        var given = new FloorGiven(new(new("SLE"), null), TimeSpan.FromMinutes(5)) { At = Morning, By = Actor.CoFacilitators };
        Assert.Equal(given, NegotiationJson.Event(NegotiationJson.Bytes(given)));
        Assert.Equal(new SuspendMeeting(null) { By = Actor.Facilitator, At = Morning }, NegotiationJson.Command("""{"$t":"suspendMeeting","by":"facilitator","at":"2016-02-03T10:00:00"}"""u8));
    }

    [Fact]
    public void An_absent_member_is_left_out_and_tables_are_written_by_key()
    {
        var reflected = new PositionsReflected(
            1,
            true,
            [new("VET.1")],
            ImmutableSortedDictionary<DelegationId, ImmutableArray<Position>>.Empty.Add(new("KEN"), [Position.Right]).Add(new("ITA"), [Position.Left])) { At = Morning, By = Actor.CoFacilitators };
        Assert.EndsWith("""
            "rows":{"ITA":[0],"KEN":[1099511627776]}}
            """, Encoding.UTF8.GetString(NegotiationJson.Bytes(reflected)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"$t":"meetingResumed","at":"2016-02-03T10:00:00","by":"facilitator","why":"tea"}""")]
    [InlineData("""{"$t":"meetingResumed","by":"facilitator"}""")]
    [InlineData("""{"$t":"itemTakenUp","at":"2016-02-03T10:00:00","by":"facilitator"}""")]
    [InlineData("""{"$t":"meetingResumed","at":"yesterday","by":"facilitator"}""")]
    [InlineData("""{"$t":"neverHeardOf","at":"2016-02-03T10:00:00","by":"facilitator"}""")]
    [InlineData("""{"at":"2016-02-03T10:00:00","by":"facilitator"}""")]
    [InlineData("""null""")]
    public void What_is_not_an_event_is_refused(string text) =>
        Assert.Throws<JsonException>(() => NegotiationJson.Event(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void An_unopened_room_has_a_digest() => Assert.Equal(64, NegotiationJson.Digest(Negotiation.Unopened).Length);
}
