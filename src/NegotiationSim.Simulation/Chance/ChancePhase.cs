namespace NegotiationSim.Simulation;

/// <summary>When in a round something is drawn. The numbers are part of the layout: add, never renumber.</summary>
public enum ChancePhase
{
    /// <summary>Before the first round: ideals and first positions.</summary>
    Start = 0,

    Shocks = 1,

    Agenda = 2,

    Statements = 3,

    Influence = 4,

    Text = 5,

    Trust = 6,

    Vote = 7,
}
