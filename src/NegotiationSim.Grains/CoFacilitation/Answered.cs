using NegotiationSim.Simulation;

namespace NegotiationSim.Grains;

[GenerateSerializer, Immutable, Alias("NegotiationSim.Answered")]
public sealed record Answered([property: Id(0)] Answer Answer);
