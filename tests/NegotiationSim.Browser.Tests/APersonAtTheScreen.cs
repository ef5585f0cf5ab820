using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NegotiationSim.Browser.Tests;

public sealed partial class APersonAtTheScreen(AServerProcess server, ABrowser browser) : IClassFixture<AServerProcess>, IClassFixture<ABrowser>
{
    private const float Patience = 60_000;

    [SkippableFact]
    public async Task Opens_a_room_sees_the_curves_move_and_after_a_reload_the_same_state()
    {
        await using var context = await browser.Fresh(server.Address);
        var page = await context.NewPageAsync();
        var faults = Faults(page);
        await page.GotoAsync("/");
        await page.GetByText("First contact", new() { Exact = false }).First.ClickAsync(new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "Open this room" }).ClickAsync(new() { Timeout = Patience });
        await Expect(page).ToHaveURLAsync(RoomAddress(), new() { Timeout = Patience });

        var edge = page.Locator("svg.band path.edge").First;
        await Expect(edge).ToHaveAttributeAsync("d", Anything(), new() { Timeout = Patience });
        var before = await edge.GetAttributeAsync("d");
        await Expect(edge).Not.ToHaveAttributeAsync("d", before!, new() { Timeout = Patience });

        await Expect(page.GetByText("Ended", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = Patience });
        var ended = await State(page);
        Assert.NotEmpty(ended);

        await page.ReloadAsync();
        await Expect(page.GetByText("Ended", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(page.Locator("svg.hall g[role=option]")).ToHaveCountAsync(12, new() { Timeout = Patience });
        await WaitFor(async () => ended == await State(page), () => $"After the reload the page shows another state than:\n{ended}");
        Assert.Empty(faults);
    }

    [SkippableFact]
    public async Task Pauses_the_room_and_nothing_moves_until_it_goes_on()
    {
        await using var context = await browser.Fresh(server.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open this room" }).ClickAsync(new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync(new() { Timeout = Patience });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(page.Locator("svg.hall g[role=option]")).ToHaveCountAsync(193, new() { Timeout = Patience });

        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [SkippableFact]
    public async Task Without_the_token_there_is_no_button_that_moves_the_clock()
    {
        var (id, _) = await Room(started: true);
        await using var context = await browser.Fresh(server.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/rooms/{id}");
        await Expect(page.Locator("svg.hall g[role=option]")).ToHaveCountAsync(12, new() { Timeout = Patience });
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = ClockButtons() })).ToHaveCountAsync(0);
    }

    [SkippableTheory]
    [InlineData(320, 640)]
    [InlineData(390, 844)]
    [InlineData(1920, 1080)]
    public async Task The_room_fits_a_phone_and_a_projector_without_scrolling_sideways(int width, int height)
    {
        var (id, _) = await Room(started: true);
        await using var context = await browser.Fresh(server.Address, width, height, ColorScheme.Dark);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/rooms/{id}");
        await Expect(page.Locator("svg.hall g[role=option]")).ToHaveCountAsync(12, new() { Timeout = Patience });
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"At {width} pixels the page is {wide} wide.");
    }

    [SkippableFact]
    public async Task The_hall_is_walked_with_the_arrow_keys_and_reads_each_seat()
    {
        var (id, _) = await Room(started: true);
        await using var context = await browser.Fresh(server.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/rooms/{id}");
        await Expect(page.Locator("svg.hall g[role=option]")).ToHaveCountAsync(12, new() { Timeout = Patience });
        await page.Locator("svg.hall").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        var first = await page.Locator("svg.hall g[aria-selected=true]").GetAttributeAsync("aria-label");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("svg.hall g[aria-selected=true]")).Not.ToHaveAttributeAsync("aria-label", first!, new() { Timeout = Patience });
    }

    private async Task<(string Id, string Token)> Room(bool started)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var opened = await (await client.PostAsJsonAsync("/api/negotiations", new { scenario = "first-contact", seed = 7, pace = "fast" })).Content.ReadFromJsonAsync<JsonElement>();
        var (id, token) = (opened.GetProperty("id").GetString()!, opened.GetProperty("facilitatorToken").GetString()!);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (started) (await client.PostAsync(new Uri($"/api/negotiations/{id}/start", UriKind.Relative), null)).EnsureSuccessStatusCode();
        return (id, token);
    }

    /// <summary>What the page says of the room: every seat's reading, the bands, and the number of entries.</summary>
    private static Task<string> State(IPage page) => page.EvaluateAsync<string>(
        """
        () => [
          ...[...document.querySelectorAll('svg.hall g[role=option]')].map(g => g.getAttribute('aria-label') + ' ' + g.querySelector('.needle').getAttribute('style')),
          ...[...document.querySelectorAll('svg.band path.edge')].map(p => p.getAttribute('d')),
          document.querySelector('section.record .head')?.innerText,
        ].join('\n')
        """);

    private static List<string> Faults(IPage page)
    {
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        page.Console += (_, said) => { if (said.Type == "error") faults.Add(said.Text); };
        return faults;
    }

    private static async Task WaitFor(Func<Task<bool>> condition, Func<string> otherwise)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(Patience));
        while (!await condition())
        {
            if (limit.IsCancellationRequested) Assert.Fail(otherwise());
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    [GeneratedRegex("/rooms/.+")]
    private static partial Regex RoomAddress();

    [GeneratedRegex(".+")]
    private static partial Regex Anything();

    [GeneratedRegex("^(Start|Pause|Resume)$")]
    private static partial Regex ClockButtons();
}
