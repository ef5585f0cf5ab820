using MudBlazor;

namespace NegotiationSim.Web;

/// <summary>What the control library is told of the look. Its colours come from tokens.css, which app.css lays over its palette.</summary>
public static class Look
{
    private static readonly string[] Sans = ["var(--sans)"];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new() { DefaultBorderRadius = "6px" },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = ".8125rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = ".8125rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
        },
    };
}
