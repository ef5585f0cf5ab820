using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NegotiationSim.Domain;
using NegotiationSim.Simulation;
using Orleans.Concurrency;
using Orleans.Placement;

namespace NegotiationSim.Grains;

/// <summary>Conducts one room, named by its key: carries out what the conductor says, on the room's clock.</summary>
[Alias("NegotiationSim.ICoFacilitatorGrain")]
public interface ICoFacilitatorGrain : IGrainWithStringKey
{
    /// <summary>Something may have changed: look at the room now. Harmless at any time, answered at once.</summary>
    [Alias("Wake"), AlwaysInterleave]
    Task Wake();
}

/// <remarks>It keeps its own fold of the room and nothing that the record does not have. Its commands carry the position that they were made for, so that a second one cannot double them.</remarks>
[PreferLocalPlacement]
internal sealed class CoFacilitatorGrain(IGrainFactory grains, IHostApplicationLifetime host, ILogger<CoFacilitatorGrain> log) : Grain, ICoFacilitatorGrain
{
    /// <summary>How long to conduct before others that wait for this grain's thread are let in.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    /// <summary>How long to wait after a fault; twice as long after the next, up to <see cref="LongestPause"/>.</summary>
    private static readonly TimeSpan AfterAFault = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private Negotiation _room = Negotiation.Unopened;
    private long _position;
    private IGrainTimer _timer = null!;
    private bool _isConducting;
    private bool _isWoken;
    private int _faults;

    private string Name => this.GetPrimaryKeyString();

    private INegotiationGrain Room => grains.GetGrain<INegotiationGrain>(Name);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(TakeATurn, new GrainTimerCreationOptions
        {
            DueTime = Timeout.InfiniteTimeSpan,
            Period = Timeout.InfiniteTimeSpan,
            KeepAlive = true,
        });
        return Task.CompletedTask;
    }

    public Task Wake()
    {
        _isWoken = true;
        if (!_isConducting) _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private async Task TakeATurn(CancellationToken cancel)
    {
        _isConducting = true;
        _isWoken = false;
        TimeSpan? next;
        try
        {
            next = await Conduct(cancel);
            _faults = 0;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The room's silo may be gone, or its journal away: what was not recorded is thought again from what was.
            GrainsLog.ConductingFailed(log, e, Name, _position);
            next = AfterAFault * Math.Min(1 << Math.Min(_faults++, 20), LongestPause / AfterAFault);
        }
        _isConducting = false;

        if (_isWoken && _faults == 0) next = TimeSpan.Zero;
        if (next is { } due && !cancel.IsCancellationRequested) _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Carries out steps until one has to be waited for.</summary>
    /// <returns>Wall time after which to go on; null when there is nothing to do until somebody wakes this grain.</returns>
    private async Task<TimeSpan?> Conduct(CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        var desk = await Room.Desk();
        while (desk.Status is RoomStatus.Running)
        {
            // A silo on its way out starts nothing new: whoever comes after it finds the room running.
            if (cancel.IsCancellationRequested || host.ApplicationStopping.IsCancellationRequested) return null;
            if (desk.Position != _position) await ReadOn(desk.Position);

            var step = Conductor.Next(_room);
            if (step is Rest or Finished) return null;

            if (step.Wait > TimeSpan.Zero && !desk.Pace.IsFast)
            {
                var position = _position;
                desk = await Room.RunClock(new(position, Before(step), step.At));
                if (desk.Position != position || desk.Status is not RoomStatus.Running) continue;
                if (desk.LeftOnTheWall > TimeSpan.Zero) return Soon(desk.LeftOnTheWall);
            }

            desk = await CarryOut(step);
            if (Stopwatch.GetElapsedTime(begun) > Turn) return TimeSpan.Zero;
        }
        return null;
    }

    private async Task<DeskState> CarryOut(Step step)
    {
        var command = step switch
        {
            Submit submit => submit.Command,
            Ask ask => Conductor.Command(_room, ask, await Answers(ask.Questions)),
            _ => throw new UnreachableException(step.GetType().Name),
        };

        var position = _position;
        var reply = await Room.Submit(new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"conductor/{position}"), command, position));
        switch (reply.Outcome)
        {
            case Outcome.Done when reply.After == _position:
                _room = Negotiation.Replay(_room, reply.Events);
                _position = reply.Position;
                break;

            case Outcome.Refused:
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"The room {Name} refused the conductor's {command.GetType().Name} at position {position}: {reply.Refusal?.Fact}"));
        }
        return reply.Desk;
    }

    /// <summary>Asks all at once and gathers the answers in the order of the questions.</summary>
    private async Task<ImmutableArray<Answer>> Answers(ImmutableArray<Question> questions)
    {
        var answers = await Task.WhenAll(questions.Select(Answered));
        return [.. answers.Select(a => a.Answer)];
    }

    private Task<Answered> Answered(Question question) => question switch
    {
        DelegationQuestion q => grains.GetGrain<IMemberStateGrain>($"{Name}/{q.Delegation}").Ask(new(q)),
        GroupQuestion q => grains.GetGrain<IGroupGrain>($"{Name}/{q.Group}").Ask(new(q)),
        _ => throw new UnreachableException(question.GetType().Name),
    };

    /// <summary>Folds what was recorded since.</summary>
    private async Task ReadOn(long to)
    {
        // A room that is behind is another one of the same name: this fold is of no use.
        if (to < _position) (_room, _position) = (Negotiation.Unopened, 0);
        while (_position < to)
        {
            var page = await Room.ReadAfter(new(_position, 0, TimeSpan.Zero));
            if (page.Events.IsEmpty) return;
            foreach (var canonical in page.Events) _room = Negotiation.Evolve(_room, NegotiationJson.Event(canonical));
            _position = page.To;
        }
    }

    private static RoomTime Before(Step step) => step.At + -step.Wait;

    /// <summary>Not before it is due: a timer counts whole milliseconds.</summary>
    private static TimeSpan Soon(TimeSpan left)
    {
        var milliseconds = Math.Min(Math.Ceiling(left.TotalMilliseconds), TimeSpan.FromHours(1).TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Max(1, milliseconds));
    }
}
