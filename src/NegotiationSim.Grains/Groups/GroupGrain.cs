using NegotiationSim.Simulation;
using Orleans.Placement;

namespace NegotiationSim.Grains;

/// <summary>One group of a room, named by room/group: finds the common position of its members.</summary>
[Alias("NegotiationSim.IGroupGrain")]
public interface IGroupGrain : IGrainWithStringKey
{
    [Alias("Ask")]
    Task<Answered> Ask(AskGroup request);
}

[GenerateSerializer, Immutable, Alias("NegotiationSim.AskGroup")]
public sealed record AskGroup([property: Id(0)] GroupQuestion Question);

[PreferLocalPlacement]
internal sealed class GroupGrain : Grain, IGroupGrain
{
    public Task<Answered> Ask(AskGroup request) => Task.FromResult(new Answered(Policy.Of(request.Question)));
}
