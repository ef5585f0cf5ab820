using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>How unattended delegations and groups answer.</summary>
public static class Policy
{
    public static Answer Of(DelegationQuestion question) => throw new NotImplementedException();

    public static Answer Of(GroupQuestion question) => throw new NotImplementedException();
}
