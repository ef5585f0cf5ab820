using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NegotiationSim.Domain;
using NegotiationSim.Journal;

namespace NegotiationSim.Server;

/// <summary>What cannot be done, said as a problem document in words.</summary>
internal static class Problems
{
    public static ProblemHttpResult Problem(this Refusal refusal, int status) => TypedResults.Problem(new ProblemDetails
    {
        Status = status,
        Title = refusal.Fact,
        Detail = refusal.Instead,
        Extensions = { ["code"] = refusal.Code },
    });

    public static ValidationProblem Problem(this AskedBody body) =>
        TypedResults.ValidationProblem(body.Faults, title: "The request cannot be read as it stands.");

    /// <summary>Whatever nobody foresaw becomes a problem document too, without its inside.</summary>
    public static void UseFaultsInWords(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Say,
            // What a sender did wrong is told to the sender.
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages();
    }

    private static async Task Say(HttpContext http)
    {
        var (status, title) = http.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "That is more than anybody has reason to send."),
            BadHttpRequestException e => (e.StatusCode, "The request cannot be read."),
            JournalUnavailableException => (StatusCodes.Status503ServiceUnavailable, "The journal cannot be used at the moment."),
            TimeoutException => (StatusCodes.Status503ServiceUnavailable, "The room does not answer at the moment."),
            _ => (StatusCodes.Status500InternalServerError, "Something broke. The server's log says what."),
        };
        await TypedResults.Problem(statusCode: status, title: title).ExecuteAsync(http);
    }
}
