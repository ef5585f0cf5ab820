using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using NegotiationSim.Domain;

namespace NegotiationSim.Scenarios;

[Description("How things are decided, stage by stage.")]
internal sealed record RulesSheet : Sheet
{
    [Range(1, 1_000), Description("Delegations that must be present for a decision.")]
    public required Placed<int>? Quorum { get; init; }

    [Description("Name of the rule by which a bracket closes.")]
    public required Placed<string>? Brackets { get; init; }

    [Description("Name of the rule by which the membership accepts the elements paper.")]
    public required Placed<string>? ElementsPaper { get; init; }

    [Description("Name of the rule that the room's large number is measured against.")]
    public required Placed<string>? Text { get; init; }

    [Description("The rules.")]
    public required Items<RuleSheet>? Named { get; init; }
}

[Description("How a question is decided.")]
internal sealed record RuleSheet : Sheet
{
    [Description("The word by which other members refer to the rule.")]
    public required Placed<string>? Name { get; init; }

    [Description("The rule in words for people.")]
    public required Placed<Words>? Title { get; init; }

    [Description("consensus: nobody objects. membersMajority: a number of affirmative votes of the members. presentAndVotingMajority: a majority of those present and voting.")]
    public required Placed<DecisionMethod>? Method { get; init; }

    [Range(1, 1_000), Description("Affirmative votes needed, under membersMajority.")]
    public Placed<int>? Votes { get; init; }

    [Description("Which majority, under presentAndVotingMajority.")]
    public Placed<Majority>? Majority { get; init; }

    [Description("States whose affirmative vote is indispensable.")]
    public Items<DelegationId>? Including { get; init; }
}

[Description("Who facilitates, and how the floor is run.")]
internal sealed record CoFacilitationSheet : Sheet
{
    [Description("The co-facilitators.")]
    public required Items<Words>? Names { get; init; }

    [Description("How long a delegation may speak.")]
    public required SpeakingTimeSheet? SpeakingTimeSeconds { get; init; }
}

[Description("How long a delegation may speak, in seconds.")]
internal sealed record SpeakingTimeSheet : Sheet
{
    [Range(10, 7_200), Description("For its own State, in seconds.")]
    public required Placed<int>? State { get; init; }

    [Range(10, 7_200), Description("On behalf of a group, in seconds.")]
    public required Placed<int>? Group { get; init; }
}

[Description("An event from outside the room.")]
internal sealed record InjectSheet : Sheet
{
    [Description("A short word, unique in the scenario.")]
    public required Placed<string>? Id { get; init; }

    [Description("The room time at which it becomes known in the room.")]
    public required Placed<RoomTime>? At { get; init; }

    [Description("The headline.")]
    public required Placed<Words>? Title { get; init; }

    [Description("What the room hears.")]
    public required Placed<Words>? Text { get; init; }

    [Description("Where the event can be found.")]
    public Placed<string>? Source { get; init; }

    [Description("How well the event is known. What it does to the room is a judgement in any case.")]
    public Placed<Certainty>? Certainty { get; init; }

    [Description("What it does to some delegations.")]
    public required Items<EffectSheet>? Effects { get; init; }
}

[Description("What an event does to some delegations.")]
internal sealed record EffectSheet : Sheet
{
    [Description("all, or a list of ISO3 codes and codes of groups in the room.")]
    public required AllOr<string>? Who { get; init; }

    [Description("all, or a list of provisions and issues. Asked for where ideal or salience is given.")]
    public AllOr<string>? Provisions { get; init; }

    [Range(-1d, 1d), Description("Added to the ideal, -1 to 1.")]
    public Placed<double>? Ideal { get; init; }

    [Range(-1d, 1d), Description("Added to the salience, -1 to 1.")]
    public Placed<double>? Salience { get; init; }

    [Range(-1d, 1d), Description("Added to the trust, both ways, between the home groups of the delegations and the groups of towards, -1 to 1.")]
    public Placed<double>? Trust { get; init; }

    [Description("Home groups, asked for where trust is given.")]
    public Items<GroupId>? Towards { get; init; }
}
