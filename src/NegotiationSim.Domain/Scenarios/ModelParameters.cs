namespace NegotiationSim.Domain;

/// <summary>The parameters of the default operator and of unattended behaviour. The defaults were fixed before the first run.</summary>
/// <remarks>Symbols as in the literature that each comes from. Source: decisions/0004-the-values-of-the-model.md.</remarks>
public sealed record ModelParameters
{
    /// <summary>mu: share of the way to the target that a delegation goes in one round. Neutral value 1.</summary>
    public Weight StepSize { get; init; } = Weight.FromShare(.25);

    /// <summary>gc: exponent of capability in a voice's weight. Neutral value 0.</summary>
    public double CapabilityExponent { get; init; } = 1;

    /// <summary>gs: exponent of the speaker's salience in a voice's weight. Neutral value 0.</summary>
    public double SalienceExponent { get; init; } = 1;

    /// <summary>gt: exponent of trust in a voice's weight. Neutral value 0.</summary>
    public double TrustExponent { get; init; } = 1;

    /// <summary>lambda: pull of the text, in voices of full weight. Neutral value 0.</summary>
    public double TextPull { get; init; } = 4;

    /// <summary>epsT: how far away the text is still felt. Neutral value 0.</summary>
    public Position TextBound { get; init; } = Position.FromShare(.5);

    /// <summary>d: discipline, the share of the group's line in a member's statement. Neutral value 0.</summary>
    public Weight Discipline { get; init; } = Weight.FromShare(.5);

    /// <summary>phi: discount for each repetition of a statement that answers nobody. Neutral value 0.</summary>
    public Weight RepetitionDiscount { get; init; } = Weight.FromShare(.3);

    /// <summary>delta_rep: statements no further apart than this are the same statement. Neutral value 0.</summary>
    public Position RepetitionRadius { get; init; } = Position.FromShare(.01);

    /// <summary>e: how much more a statement weighs with the delegation that it answers. Neutral value 0.</summary>
    public double Engagement { get; init; } = .5;

    /// <summary>F: statements in a round; null lets every voice speak. Neutral value null.</summary>
    public int? FloorSlots { get; init; } = 20;

    /// <summary>sigma: share of the slots that go to substance; the rest goes to procedure. Neutral value 1.</summary>
    public Weight SubstanceShare { get; init; } = Weight.FromShare(.9);

    /// <summary>eta+: trust gained by an accepted merge, as a share of what is missing. Neutral value 0.</summary>
    public Weight TrustGain { get; init; } = Weight.FromShare(.1);

    /// <summary>eta-: trust lost by blocking, repeating or being ignored, as a share of what is there. Neutral value 0.</summary>
    public Weight TrustLoss { get; init; } = Weight.FromShare(.02);

    /// <summary>kappa: share of the way back to the prior in one round. Neutral value 0.</summary>
    public Weight TrustDecay { get; init; } = Weight.FromShare(.05);

    /// <summary>tau prior between two home groups.</summary>
    public Weight TrustBetweenGroups { get; init; } = Weight.FromShare(.5);

    /// <summary>tau prior within a home group.</summary>
    public Weight TrustWithinGroup { get; init; } = Weight.Full;

    /// <summary>tau prior of a State in the chair.</summary>
    public Weight TrustInChair { get; init; } = Weight.FromShare(.7);

    /// <summary>rho_m: how much an accepted merge widens its sponsors' openness. Neutral value 0.</summary>
    public Weight MergeReward { get; init; } = Weight.FromShare(.1);

    /// <summary>eps_cap: openness never grows beyond this.</summary>
    public Position OpennessCap { get; init; } = Position.FromShare(.6);

    /// <summary>delta_m: alternatives no further apart than this may be merged. Neutral value 0.</summary>
    public Position MergeRadius { get; init; } = Position.FromShare(.2);

    /// <summary>r: gain over the status quo that a text on one issue must bring, as a share of the salience. Neutral value 0.</summary>
    public Weight Reservation { get; init; } = Weight.None;

    /// <summary>r of the elements paper: gain that it must bring, as a share of the salience of all issues. Neutral value 0.</summary>
    public Weight PaperReservation { get; init; } = Weight.FromShare(.1);

    /// <summary>o: a delegation objects when its salience times its loss exceeds this. Neutral value 1.</summary>
    public Weight ObjectionThreshold { get; init; } = Weight.FromShare(.5);

    /// <summary>rho_u: exponent of the loss. 1 is linear, 2 quadratic.</summary>
    public double LossExponent { get; init; } = 1;

    /// <summary>Openness of a delegation without flexibility.</summary>
    public Position OpennessBase { get; init; } = Position.FromShare(.05);

    /// <summary>Openness added by full flexibility.</summary>
    public Position OpennessPerFlexibility { get; init; } = Position.FromShare(.35);

    /// <summary>Half of the range that a fully flexible delegation can live with.</summary>
    public Position RangePerFlexibility { get; init; } = Position.FromShare(.5);

    /// <summary>h where a position is documented.</summary>
    public Position SpreadDocumented { get; init; } = Position.FromShare(.02);

    /// <summary>h where a position is inferred.</summary>
    public Position SpreadInferred { get; init; } = Position.FromShare(.08);

    /// <summary>h where a position is a placeholder.</summary>
    public Position SpreadPlaceholder { get; init; } = Position.FromShare(.15);

    /// <summary>SC*: substantive convergence, in basis points, from which an issue can be said to converge.</summary>
    public int ConvergedFromBasisPoints { get; init; } = 8_000;

    /// <summary>w: consecutive rounds for which the mark must hold.</summary>
    public int ConvergedRounds { get; init; } = 3;

    /// <summary>Rounds without a moved position and without a changed text that end a discussion early.</summary>
    public int QuietRounds { get; init; } = 3;
}
