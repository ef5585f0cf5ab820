namespace NegotiationSim.Domain;

/// <summary>Words for people, in English and, where somebody has written them, in Chinese.</summary>
/// <param name="En">Never empty.</param>
/// <param name="Zh">Null where nobody has translated them; the page then shows the English.</param>
public sealed record Words(string En, string? Zh = null)
{
    public static implicit operator Words(string en) => new(en);

    public override string ToString() => En;
}
