using NegotiationSim.Grains;
using NegotiationSim.Journal;
using NegotiationSim.Protocol;
using NegotiationSim.Server;

return await OneClearLine.OrRun(async () =>
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    builder.AddOneClearLine();
    builder.ListenOnLoopback();
    builder.Services.AddJournal(builder.Configuration);
    builder.AddNegotiationSilo();
    builder.Services.AddScenarios();
    builder.Services.AddDoor();
    builder.Services.AddRelays();
    builder.Services.AddNegotiationHub();
    builder.Services.AddNegotiationApi();
    builder.Services.AddTruthfulHealth();
    builder.AddPages();

    var app = builder.Build();

    app.UseFaultsInWords();
    app.UseSecurityHeaders();
    app.MapHub<NegotiationHub>(INegotiationHub.Path);
    app.MapNegotiationApi();
    app.MapTruthfulHealth();
    app.MapPages();
    app.SayWhereToLook();

    await app.RunAsync();
});
