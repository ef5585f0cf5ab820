using System.Collections.Immutable;
using System.Security.Cryptography;
using NegotiationSim.Domain;
using NegotiationSim.Grains;
using NegotiationSim.Protocol;
using NegotiationSim.Simulation;

namespace NegotiationSim.Server;

/// <summary>The HTTP API: scenarios to open, rooms to look at, and the desk of a room for whoever holds its token.</summary>
internal static class NegotiationApi
{
    private static readonly string[] OpeningMembers = ["scenario", "seed", "pace"];
    private static readonly string[] PaceMembers = ["pace"];

    public static IServiceCollection AddNegotiationApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ProtocolJson.Configure(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddSingleton<RoomReadings>();
        services.AddApiDocument();
        return services;
    }

    public static void MapNegotiationApi(this WebApplication app)
    {
        app.MapOpenApi();

        app.MapGet(ApiPaths.Scenarios, (ScenarioShelf scenarios) => TypedResults.Ok(scenarios.All.Select(ScenarioShelf.Summary).ToImmutableArray()))
            .WithTags("Scenarios").WithSummary("The scenarios that can be opened.");

        app.MapGet($"{ApiPaths.Scenarios}/{{name}}/opening", Opening)
            .WithTags("Scenarios").Produces(StatusCodes.Status200OK, contentType: RecordDownload.ContentType).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("How a scenario opens, for everyone to see: States, groups and a draw of their opening positions, one event a line.");

        var rooms = app.MapGroup(ApiPaths.Negotiations).WithTags("Negotiations");

        rooms.MapGet("/", async (RoomReadings readings, CancellationToken cancel) => TypedResults.Ok(await readings.Rooms(cancel)))
            .WithSummary("The rooms of this server, the last written first.");

        rooms.MapPost("/", Open)
            .Accepts<OpenRequest>("application/json").Produces<OpenReply>(StatusCodes.Status201Created).ProducesValidationProblem()
            .WithSummary("Opens a room and gives its facilitator's token, once. The room waits to be started.");

        rooms.MapGet("/{id}", Standing)
            .Produces<NegotiationStanding>().ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("How a room stands: status, round, measures, and the fingerprint of what the caller may see.");

        rooms.MapGet("/{id}/record", RecordDownload.Send)
            .Produces(StatusCodes.Status200OK, contentType: RecordDownload.ContentType).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The record as JSON lines: with the token the whole, without it what the public may see, chained over its own lines.");

        MapDesk(rooms, "start", (room, _) => room.Start()).WithSummary("Sets the clock of an opened room going.");
        MapDesk(rooms, "pause", (room, _) => room.Pause()).WithSummary("Stops the clock.");
        MapDesk(rooms, "resume", (room, _) => room.Resume()).WithSummary("Lets the clock of a paused room go on.");
        MapDesk(rooms, "pace", (room, pace) => room.SetPace(new(pace)), takesPace: true).WithSummary("Sets how fast room time passes.");
    }

    private static IResult Opening(string name, ScenarioShelf scenarios) => scenarios.OpeningOf(name) is { } lines
        ? TypedResults.Bytes(lines, RecordDownload.ContentType)
        : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such scenario.");

    private static async Task<IResult> Open(HttpContext http, ScenarioShelf scenarios, RoomCalls rooms, ILogger<ScenarioShelf> log)
    {
        if (!http.Request.HasJsonContentType()) return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "Send JSON: Content-Type: application/json.");
        var body = await AskedBody.Read(http.Request, OpeningMembers, http.RequestAborted);
        if (Asked.Opening(body, scenarios) is not var (scenario, seed, pace)) return body.Problem();

        var (id, token) = (NewRoomName(), FacilitatorToken.New());
        await rooms.Open(id, new(Headless.Opening(scenario, seed, run: 0), pace, FacilitatorToken.Hash(token)), http.RequestAborted);
        ServerLog.RoomOpened(log, id, scenario.Name, seed);
        return TypedResults.Created(ApiPaths.Negotiation(id), new OpenReply(id, token));
    }

    private static async Task<IResult> Standing(HttpContext http, string id, Door door, RoomReadings readings)
    {
        var admission = await door.Look(http, id);
        if (admission.Head is not { } head) return admission.Refused!;
        return TypedResults.Ok(await readings.Standing(head, admission.Viewer, http.RequestAborted));
    }

    private static RouteHandlerBuilder MapDesk(RouteGroupBuilder rooms, string verb, Func<INegotiationGrain, Pace, Task<DeskReply>> change, bool takesPace = false)
    {
        var route = rooms.MapPost($"/{{id}}/{verb}", async (HttpContext http, string id, Door door, RoomCalls calls, TimeProvider wall) =>
        {
            var admission = await door.Act(http, id);
            if (admission.Refused is { } refused) return refused;

            var pace = Pace.Live;
            if (takesPace)
            {
                var body = await AskedBody.Read(http.Request, PaceMembers, http.RequestAborted);
                if (Asked.PaceOf(body) is { } asked && !body.HasFaults) pace = asked.Value;
                else return (IResult)body.Problem();
            }

            var reply = await calls.Desk(id, room => change(room, pace), http.RequestAborted);
            return reply.Refusal is { } refusal
                ? refusal.Problem(StatusCodes.Status409Conflict)
                : TypedResults.Ok(new DeskReading(reply.Desk, wall.GetTimestamp()).Now(wall));
        });
        if (takesPace) route.Accepts<PaceRequest>("application/json").ProducesValidationProblem();
        return route.Produces<DeskView>()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(ApiDocument.TokenNeeded);
    }

    /// <summary>Sixteen letters and digits that are not taken for each other when read aloud: 80 bits.</summary>
    private static string NewRoomName() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz023456789", 16);
}
