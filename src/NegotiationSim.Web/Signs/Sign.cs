namespace NegotiationSim.Web;

/// <summary>The small drawn signs of the page.</summary>
public enum Sign
{
    Speech,
    Text,
    Move,
    Merge,
    Object,
    Rule,
    Room,
    Person,
    Paper,
    Vote,
    Inject,
    Pause,
    Play,
    Moon,
    Sun,
    Refused,
    Line,
    Table,
    Clock,
}

public static class SignPaths
{
    /// <summary>The strokes of a sign in a square of 16 units.</summary>
    public static string Of(Sign sign) => sign switch
    {
        Sign.Speech => "M2 3h12v8H7l-3.5 3v-3H2z",
        Sign.Text => "M5 2H2.5v12H5M11 2h2.5v12H11",
        Sign.Move => "M3 13 13 3M7.5 3H13v5.5",
        Sign.Merge => "M2 3c5 0 5 5 8 5h4M2 13c5 0 5-5 8-5",
        Sign.Object => "M3 3l10 10M13 3 3 13",
        Sign.Rule => "M3.5 14.5v-13l9 3.4-9 3.5",
        Sign.Room => "M2 13a6 6 0 0 1 12 0M5.5 13a2.5 2.5 0 0 1 5 0",
        Sign.Person => "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14.5a5.5 5.5 0 0 1 11 0",
        Sign.Paper => "M3 1.8h10v12.4H3zM5.5 5h5M5.5 8h5M5.5 11h3",
        Sign.Vote => "M3 8.5l3.2 3.2L13 4.6",
        Sign.Inject => "M8 1.6 14.4 8 8 14.4 1.6 8z",
        Sign.Pause => "M5.5 3v10M10.5 3v10",
        Sign.Play => "M4.5 2.8 13 8l-8.5 5.2z",
        Sign.Moon => "M13 9.6A5.6 5.6 0 1 1 6.4 3 4.6 4.6 0 0 0 13 9.6z",
        Sign.Sun => "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3",
        Sign.Refused => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM3.8 3.8l8.4 8.4",
        Sign.Line => "M2 6.5a9 9 0 0 1 12 0M4.5 9.2a5.2 5.2 0 0 1 7 0M8 12.6v.2",
        Sign.Table => "M2 3h12v10H2zM2 6.5h12M2 9.8h12M6.5 3v10",
        Sign.Clock => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.4 1.6",
        _ => "M8 8h.01",
    };
}
