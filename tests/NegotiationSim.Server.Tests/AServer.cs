using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NegotiationSim.Domain;
using NegotiationSim.Journal;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server.Tests;

/// <summary>A real server: its own process, its own folder, a free port on loopback.</summary>
public sealed class AServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _said;

    private AServer(Process process, StringBuilder said, Uri address)
    {
        (_process, _said) = (process, said);
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Http { get; }

    public Uri Address => Http.BaseAddress!;

    /// <summary>What the process has written to its output so far.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    public static async Task<AServer> Start(AFolder folder, params string[] arguments)
    {
        var (process, said, address) = Launch(folder, arguments);
        var found = await Task.WhenAny(address, process.WaitForExitAsync(), Task.Delay(StartLimit));
        if (found == address) return new(process, said, await address);
        process.Kill();
        throw new InvalidOperationException($"The server did not start: {said}");
    }

    /// <summary>Starts a server that is expected to give up.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public static async Task<(int ExitCode, string Said)> StartInVain(AFolder folder, params string[] arguments)
    {
        var (process, said, _) = Launch(folder, arguments);
        using (process)
        {
            using var limit = new CancellationTokenSource(StartLimit);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                throw;
            }
            lock (said) return (process.ExitCode, said.ToString());
        }
    }

    /// <summary>Opens a room.</summary>
    public async Task<OpenReply> Open(string scenario, ulong seed, Pace pace)
    {
        var reply = await Http.PostAsJsonAsync(ApiPaths.Negotiations, new OpenRequest(scenario, seed, pace), ProtocolJson.Options);
        Assert.Equal(System.Net.HttpStatusCode.Created, reply.StatusCode);
        var opened = await reply.Content.ReadFromJsonAsync<OpenReply>(ProtocolJson.Options);
        Assert.Equal(ApiPaths.Negotiation(opened!.Id), reply.Headers.Location?.ToString());
        return opened;
    }

    /// <param name="body">JSON; null for none.</param>
    public async Task<HttpResponseMessage> Desk(string id, string verb, string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ApiPaths.Desk(id, verb));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Http.SendAsync(request);
    }

    /// <summary>Opens a room and lets it run.</summary>
    public async Task<OpenReply> Run(string scenario, ulong seed, Pace pace)
    {
        var room = await Open(scenario, seed, pace);
        (await Desk(room.Id, "start", room.FacilitatorToken)).EnsureSuccessStatusCode();
        return room;
    }

    public async Task<NegotiationStanding> Standing(string id, string? token = null) =>
        (await Get(ApiPaths.Negotiation(id), token, content => content.ReadFromJsonAsync<NegotiationStanding>(ProtocolJson.Options)))!;

    public async Task<NegotiationStanding> Ended(string id, string? token = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var standing = await Standing(id, token);
            if (standing.Desk.Status is RoomStatus.Ended) return standing;
            await Task.Delay(50, limit.Token);
        }
    }

    public async Task<RecordContents> Record(string id, string? token = null) => RecordReader.Read(
        await Get(ApiPaths.Record(id), token, content => content.ReadAsByteArrayAsync()),
        token is null ? RecordScope.Extract : RecordScope.Whole);

    public async Task<HubConnection> Connect(string? origin = null)
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(Address, INegotiationHub.Path), options =>
            {
                if (origin is not null) options.Headers.Add("Origin", origin);
            })
            .AddJsonProtocol(json => ProtocolJson.Configure(json.PayloadSerializerOptions))
            .Build();
        await hub.StartAsync();
        return hub;
    }

    /// <summary>Ends the process at once, as a power cut does.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to end, as a shell or a service manager does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private async Task<T> Get<T>(string path, string? token, Func<HttpContent, Task<T>> read)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var reply = await Http.SendAsync(request);
        Assert.True(reply.IsSuccessStatusCode, $"{path}: {reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
        return await read(reply.Content);
    }

    private static (Process Process, StringBuilder Said, Task<Uri> Address) Launch(AFolder folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
        };
        string[] usual = [Path.Combine(AppContext.BaseDirectory, "NegotiationSim.Server.dll"), "--urls", "http://127.0.0.1:0", "--Journal:Folder", folder.Path];
        foreach (var argument in usual.Concat(arguments)) start.ArgumentList.Add(argument);

        var said = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, said, address.Task);

        void Heard(string? line)
        {
            if (line is null) return;
            lock (said) said.AppendLine(line);
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } url && line.StartsWith("NegotiationSim is open", StringComparison.Ordinal))
                address.TrySetResult(new Uri(url));
        }
    }
}

/// <summary>A server that the tests of one class share.</summary>
public sealed class ASharedServer : IAsyncLifetime, IDisposable
{
    private readonly AFolder _folder = new();

    public AServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await AServer.Start(_folder);

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}

/// <summary>A folder of a test's own, gone when the test is.</summary>
public sealed class AFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("negotiation-sim-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
