using Microsoft.Playwright;

namespace NegotiationSim.Browser.Tests;

/// <summary>Debian's Chromium, driven by Playwright. Where it is absent its tests are skipped, and fail under CI.</summary>
public sealed class ABrowser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Program => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Program is not { } program) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A fresh browser that remembers nothing.</summary>
    public async Task<IBrowserContext> Fresh(Uri address, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("Chromium is missing: tests/run-all.sh installs it.");
            Skip.If(true, "Chromium is missing: tests/run-all.sh installs it.");
        }
        return await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });
    }
}
