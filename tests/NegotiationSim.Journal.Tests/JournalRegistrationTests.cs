using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace NegotiationSim.Journal.Tests;

public sealed class JournalRegistrationTests : IDisposable
{
    private readonly ATemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_opens_the_journal_where_it_is_told_and_closes_it_with_itself()
    {
        using (var host = AHost(("Journal:Folder", _folder.Path)))
        {
            await host.StartAsync();
            Assert.True(File.Exists(_folder.Options.File));
            await host.Services.GetRequiredService<IJournal>().Append(new("room", 0, "a", Some.Events(1, 1)));
            await host.StopAsync();
        }

        Assert.Equal([_folder.Options.File], Directory.GetFiles(_folder.Path));
        await using var again = _folder.Open();
        Assert.Equal(1, (await again.Head("room"))!.Position);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_opened_stops_the_start()
    {
        var file = Path.Combine(_folder.Path, "a file");
        File.WriteAllText(file, "in the way");
        using var host = AHost(("Journal:Folder", file));

        var told = await Assert.ThrowsAsync<JournalUnavailableException>(() => host.StartAsync());

        Assert.Contains(file, told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Folder", "")]
    [InlineData("CommandsPerCommit", "0")]
    [InlineData("CommandsPerCommit", "10001")]
    [InlineData("CommandsWaiting", "0")]
    [InlineData("LockWaitSeconds", "0")]
    public async Task An_option_out_of_its_range_stops_the_start_and_is_named(string option, string value)
    {
        using var host = AHost(("Journal:Folder", _folder.Path), ($"Journal:{option}", value));

        var told = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains($"Journal:{option}", told.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Options.File));
    }

    [Fact]
    public void Unless_told_otherwise_the_journal_lies_in_data_at_the_checkouts_root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "NegotiationSim.sln"))) root = root.Parent;

        Assert.Equal(Path.Combine(root!.FullName, "data", "journal.db"), new JournalOptions().File);
        Assert.Equal(Path.Combine(root.FullName, "elsewhere"), new JournalOptions { Folder = "elsewhere" }.ResolvedFolder);
        Assert.Equal(_folder.Path, new JournalOptions { Folder = _folder.Path }.ResolvedFolder);
    }

    [Fact]
    public async Task The_journal_of_tests_takes_the_wall_time_from_the_same_door()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2016, 2, 3, 10, 0, 0, TimeSpan.Zero));
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddMemoryJournal().BuildServiceProvider();

        var appended = Assert.IsType<Appended>(await services.GetRequiredService<IJournal>().Append(new("room", 0, "a", [])));

        Assert.Equal(clock.GetUtcNow(), appended.WallTime);
    }

    /// <summary>Of two settings with one name the later holds.</summary>
    private static IHost AHost(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings.AsEnumerable().Reverse().DistinctBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddJournal(builder.Configuration);
        return builder.Build();
    }
}
