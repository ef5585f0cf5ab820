using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NegotiationSim.Domain;
using NegotiationSim.Journal;
using Orleans.Placement;

namespace NegotiationSim.Grains;

[PreferLocalPlacement]
internal sealed class NegotiationGrain(IJournal journal, TimeProvider wall, IHostApplicationLifetime host, ILogger<NegotiationGrain> log)
    : Grain, INegotiationGrain
{
    private const int EventsPerPage = 500;

    private readonly RoomClock _clock = new(wall);
    private readonly RecentEvents _recent = new();
    private Negotiation _room = Negotiation.Unopened;
    private DeskSheet? _desk;
    private long _position;
    private long _deskVersion = wall.GetUtcNow().Ticks;
    private bool _isLeaving;
    private TaskCompletionSource _news = NewNews();

    private string Name => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await foreach (var page in journal.ReadToEnd(Name, cancel: cancellationToken))
        {
            foreach (var recorded in page.Events)
            {
                _room = Negotiation.Evolve(_room, NegotiationJson.Event(recorded.Canonical.Span));
                _recent.Add(recorded.Position, recorded.Canonical.ToArray());
            }
            _position = page.To;
        }
        if (_position > 0) PutOnDesk(await journal.Desk(Name, cancellationToken) is { } desk ? DeskSheet.Read(desk) : DeskSheet.Swept(_room));
        GrainsLog.Activated(log, Name, _position);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        StopWaiting();
        GrainsLog.Deactivated(log, Name, _position, reason.ReasonCode);
        return Task.CompletedTask;
    }

    public async Task<Submitted> Open(OpenRoom request)
    {
        var sheet = new DeskSheet(RoomStatus.Opened, request.Pace, request.Opening.Scenario.Name, request.TokenHash, wall.GetUtcNow());
        return await CarryOut("open", request.Opening, sheet);
    }

    public Task<Submitted> Submit(SubmitCommand request)
    {
        if (request.ExpectedPosition is not { } expected) return CarryOut(request.CommandId, request.Command with { At = Stamp() });
        if (expected != _position) return Task.FromResult(NothingDone(Outcome.Moved));
        if (!_clock.IsRunning) return Task.FromResult(NothingDone(Outcome.Stopped));
        return CarryOut(request.CommandId, request.Command);
    }

    public async Task<RecordPage> ReadAfter(ReadOn request)
    {
        if (request.Position >= _position && request.DeskVersion == _deskVersion) await News(request.Wait);

        var events = _recent.After(request.Position, _position, EventsPerPage)
            ?? [.. (await journal.ReadAfter(Name, request.Position, EventsPerPage)).Events.Select(e => e.Canonical.ToArray())];
        return new(request.Position, events, Standing(), _isLeaving || host.ApplicationStopping.IsCancellationRequested);
    }

    public Task<DeskState> Desk() => Task.FromResult(Standing());

    public Task<bool> Admits(Knock knock) => Task.FromResult(_desk is not null && FacilitatorToken.IsSame(_desk.TokenHash, knock.TokenHash));

    public Task<DeskReply> Start() => _desk?.Status switch
    {
        RoomStatus.Opened => Change(_desk with { Status = RoomStatus.Running }),
        RoomStatus.Running => Agreed(),
        RoomStatus.Paused => Refused(DeskRefusals.IsPaused),
        _ => Refused(Over()),
    };

    public Task<DeskReply> Pause() => _desk?.Status switch
    {
        RoomStatus.Running => Change(_desk with { Status = RoomStatus.Paused }),
        RoomStatus.Paused => Agreed(),
        RoomStatus.Opened => Refused(DeskRefusals.NotStarted),
        _ => Refused(Over()),
    };

    public Task<DeskReply> Resume() => _desk?.Status switch
    {
        RoomStatus.Paused => Change(_desk with { Status = RoomStatus.Running }),
        RoomStatus.Running => Agreed(),
        RoomStatus.Opened => Refused(DeskRefusals.NotStarted),
        _ => Refused(Over()),
    };

    public Task<DeskReply> SetPace(SetPace request) => _desk?.Status switch
    {
        null or RoomStatus.Ended => Refused(Over()),
        _ when _desk.Pace == request.Pace => Agreed(),
        _ => Change(_desk with { Pace = request.Pace }),
    };

    public Task<DeskState> RunClock(RunClock request)
    {
        if (request.Position == _position && !_isLeaving)
        {
            var before = _clock.Until;
            _clock.RunTo(request.From, request.Until);
            if (_clock.Until != before) Tell(isDeskNew: true);
        }
        return Task.FromResult(Standing());
    }

    /// <summary>Decides, remembers, and only then moves the state and tells anyone.</summary>
    private async Task<Submitted> CarryOut(string commandId, NegotiationCommand command, DeskSheet? sheet = null)
    {
        ThrowIfLeaving();
        var decision = Negotiation.Decide(_room, command);
        if (decision.Refusal is { } refusal)
        {
            // A retry of what was carried out long ago is refused by the room as it is now; the journal knows better.
            var done = await journal.Recorded(Name, commandId);
            return done is null ? NothingDone(Outcome.Refused, refusal) : AgainDone(done);
        }

        var room = Negotiation.Replay(_room, decision.Events);
        if (room.IsClosed && _desk is not null) sheet = _desk with { Status = RoomStatus.Ended, Clock = null };
        var canonical = decision.Events.Select(NegotiationJson.Bytes).ToList();
        switch (await Append(commandId, [.. canonical.Select(bytes => new ReadOnlyMemory<byte>(bytes))], sheet))
        {
            case Appended appended:
                var after = _position;
                _room = room;
                _position = appended.Position;
                for (var i = 0; i < canonical.Count; i++) _recent.Add(after + 1 + i, canonical[i]);
                _clock.Leap(_room.Now);
                if (sheet is not null) PutOnDesk(sheet);
                Tell(isDeskNew: sheet is not null);
                return new(Outcome.Done, after, decision.Events, Standing());

            case AlreadyDone done when done.Position <= _position:
                return AgainDone(done);

            case AlreadyDone done:
                throw Stale(done.Position);

            case Conflict conflict:
                throw Stale(conflict.Position);

            case var other:
                throw new NotSupportedException(other.GetType().Name);
        }
    }

    private async Task<DeskReply> Change(DeskSheet sheet)
    {
        ThrowIfLeaving();
        // What is written has to be what the clock shows afterwards, however long the writing takes.
        if (sheet.Status is RoomStatus.Paused) _clock.Set(isRunning: false, _clock.Pace);
        sheet = sheet with { Clock = sheet.Status is RoomStatus.Paused ? _clock.Now : null };
        switch (await Append($"desk/{Guid.NewGuid():N}", [], sheet))
        {
            case Appended:
                PutOnDesk(sheet);
                Tell(isDeskNew: true);
                GrainsLog.DeskChanged(log, Name, sheet.Status, sheet.Pace);
                return new(Standing());

            case Conflict conflict:
                throw Stale(conflict.Position);

            case var other:
                throw new NotSupportedException(other.GetType().Name);
        }
    }

    private async Task<AppendResult> Append(string commandId, IReadOnlyList<ReadOnlyMemory<byte>> canonical, DeskSheet? sheet)
    {
        try
        {
            return await journal.Append(new(Name, _position, commandId, canonical, sheet?.Write()));
        }
        catch
        {
            // Nobody knows whether it was recorded. The next activation reads it from the journal.
            Leave();
            throw;
        }
    }

    /// <summary>Room time of a person's act: by the clock, but not past the step that is due, and never before what has happened.</summary>
    private RoomTime Stamp() => RoomTime.Later(_room.Now, _clock.Now < _clock.Until ? _clock.Now : _clock.Until);

    private void PutOnDesk(DeskSheet sheet)
    {
        _desk = sheet;
        _clock.Leap(sheet.Clock is { } stopped ? RoomTime.Later(stopped, _room.Now) : _room.Now);
        _clock.Set(sheet.Status is RoomStatus.Running, sheet.Pace);
    }

    private DeskState Standing() =>
        new(_desk?.Status ?? RoomStatus.Opened, _clock.Pace, _position, _clock.Now, _clock.Until, _clock.LeftOnTheWall, _deskVersion);

    private Submitted NothingDone(Outcome outcome, Refusal? refusal = null) => new(outcome, _position, [], Standing(), refusal);

    private Submitted AgainDone(AlreadyDone done) =>
        new(Outcome.Done, done.After, [.. done.Events.Select(e => NegotiationJson.Event(e.Canonical.Span))], Standing());

    private Task<DeskReply> Agreed() => Task.FromResult(new DeskReply(Standing()));

    private Task<DeskReply> Refused(Refusal refusal) => Task.FromResult(new DeskReply(Standing(), refusal));

    private Refusal Over() => _desk is null ? Refusal.NotOpened : Refusal.NegotiationIsOver;

    private async Task News(TimeSpan wait)
    {
        var news = _news.Task;
        if (_isLeaving || host.ApplicationStopping.IsCancellationRequested || wait <= TimeSpan.Zero) return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(host.ApplicationStopping);
        await Task.WhenAny(news, Task.Delay(wait < ReadOn.LongestWait ? wait : ReadOn.LongestWait, TimeProvider.System, enough.Token));
        await enough.CancelAsync();
    }

    private void Tell(bool isDeskNew)
    {
        if (isDeskNew) _deskVersion++;
        var told = _news;
        _news = NewNews();
        told.SetResult();
    }

    private StaleRoomException Stale(long found)
    {
        GrainsLog.Stale(log, Name, _position, found);
        Leave();
        return StaleRoomException.At(Name, _position, found);
    }

    private void ThrowIfLeaving()
    {
        if (_isLeaving) throw StaleRoomException.At(Name, _position, _position);
    }

    private void Leave()
    {
        StopWaiting();
        DeactivateOnIdle();
    }

    // Callers that wait would hold the activation until their call is given up.
    private void StopWaiting()
    {
        _isLeaving = true;
        _news.TrySetResult();
    }

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
