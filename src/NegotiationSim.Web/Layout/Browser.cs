using Microsoft.JSInterop;

namespace NegotiationSim.Web;

/// <summary>What only the browser can do.</summary>
public sealed class Browser(IJSRuntime js)
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => js.InvokeAsync<IJSObjectReference>("import", "./js/browser.js").AsTask());

    /// <summary>Null when nothing is remembered under the key.</summary>
    public async Task<string?> Recall(string key) => await (await _module.Value).InvokeAsync<string?>("recall", key);

    /// <param name="value">Null to forget.</param>
    public async Task Remember(string key, string? value) => await (await _module.Value).InvokeVoidAsync("remember", key, value);

    /// <summary>Done when the browser is about to paint; while the page is hidden, not before it is seen again.</summary>
    public async Task Frame() => await (await _module.Value).InvokeVoidAsync("frame");

    /// <returns>light or dark: as chosen or, when nobody chose, as the system prefers.</returns>
    public async Task<string> Theme() => await (await _module.Value).InvokeAsync<string>("theme");

    public async Task ChooseTheme(string theme) => await (await _module.Value).InvokeVoidAsync("chooseTheme", theme);
}
