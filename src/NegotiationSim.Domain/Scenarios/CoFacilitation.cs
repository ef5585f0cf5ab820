using System.Collections.Immutable;

namespace NegotiationSim.Domain;

/// <summary>Who facilitates, and how the floor is run.</summary>
/// <param name="Names">Never empty.</param>
/// <param name="SpeakingTimeState">For a delegation that speaks for its own State.</param>
/// <param name="SpeakingTimeGroup">For a delegation that speaks on behalf of a group.</param>
public sealed record CoFacilitation(ImmutableArray<Words> Names, TimeSpan SpeakingTimeState, TimeSpan SpeakingTimeGroup);

/// <summary>A shock from outside the room, applied when room time reaches it.</summary>
/// <param name="Id">A short word, unique in the scenario.</param>
public sealed record Inject(string Id, RoomTime At, Words Title, Words Text, ImmutableArray<InjectEffect> Effects);

/// <summary>What a shock does to some delegations.</summary>
/// <param name="Provisions">Empty when the effect is on trust only.</param>
/// <param name="IdealShift">Added to the ideal, in units of 2^-40; the result is brought back onto the scale.</param>
/// <param name="SalienceShift">Added to the salience, in units of 2^-15; the result is brought back into 0 to 1.</param>
/// <param name="TrustShift">Added to the trust between the home groups of the delegations and those of <paramref name="Towards"/>, both ways, in units of 2^-15.</param>
/// <param name="Towards">Empty when trust is not touched.</param>
public sealed record InjectEffect(
    ImmutableArray<DelegationId> Delegations,
    ImmutableArray<ProvisionId> Provisions,
    long IdealShift,
    int SalienceShift,
    int TrustShift,
    ImmutableArray<GroupId> Towards);
