using NegotiationSim.Simulation;
using Orleans.Placement;

namespace NegotiationSim.Grains;

/// <summary>One delegation of a room, named by room/ISO3: asked, it answers by its policy.</summary>
[Alias("NegotiationSim.IMemberStateGrain")]
public interface IMemberStateGrain : IGrainWithStringKey
{
    [Alias("Ask")]
    Task<Answered> Ask(AskDelegation request);
}

[GenerateSerializer, Immutable, Alias("NegotiationSim.AskDelegation")]
public sealed record AskDelegation([property: Id(0)] DelegationQuestion Question);

[PreferLocalPlacement]
internal sealed class MemberStateGrain : Grain, IMemberStateGrain
{
    public Task<Answered> Ask(AskDelegation request) => Task.FromResult(new Answered(Policy.Of(request.Question)));
}
