using NegotiationSim.Domain;

namespace NegotiationSim.Simulation;

/// <summary>How trust grows, shrinks and returns, each step rounded once, half to even, to units of 2^-30.</summary>
/// <remarks>Trust never leaves 0 to 1. Source: model section 5, step 6.</remarks>
public static class TrustSteps
{
    /// <summary>tau + eta (1 - tau): a share of what is missing.</summary>
    public static Trust Gain(Trust trust, Weight eta) => Towards(trust, Trust.Full, eta);

    /// <summary>tau - eta tau: a share of what is there.</summary>
    public static Trust Loss(Trust trust, Weight eta) => Towards(trust, Trust.None, eta);

    /// <summary>tau + kappa (prior - tau): a share of the way back.</summary>
    public static Trust Decay(Trust trust, Trust prior, Weight kappa) => Towards(trust, prior, kappa);

    private static Trust Towards(Trust from, Trust to, Weight share) =>
        new((int)Rounding.HalfEven((long)from.Units * (Weight.One - share.Units) + (long)to.Units * share.Units, Weight.One));
}
