using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server;

/// <summary>Serves the browser's part, and tells browsers what they may do with it.</summary>
internal static partial class Pages
{
    private const string FirstPage = "index.html";

    /// <summary>Where the server itself answers, and never with a page.</summary>
    private static readonly string[] Own = ["/api", "/hub", "/health", "/openapi"];

    /// <summary>Finds the browser's part beside the build, whatever the environment is called.</summary>
    public static void AddPages(this WebApplicationBuilder builder) => builder.WebHost.UseStaticWebAssets();

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        foreach (var own in Own) app.Map(own + "/{**rest}", Nothing).ExcludeFromDescription();
        app.MapFallbackToFile(FirstPage, new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
    }

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var policy = Policy(app.Environment.WebRootFileProvider);
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (http.Request.Path.StartsWithSegments("/api")) headers.CacheControl = "no-store";
            if (http.Request.Path.StartsWithSegments(INegotiationHub.Path) && !IsOurs(http.Request)) return Refuse(http);
            return next(http);
        });
    }

    /// <summary>Only our own files run, and WebAssembly with them; styles may be inline, as the control library sets them.</summary>
    internal static string Policy(IFileProvider files)
    {
        var inline = string.Concat(InlineScripts(files).Select(hash => $" 'sha256-{hash}'"));
        return $"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{inline}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    // Else the first page would answer for what the server itself does not have.
    private static ProblemHttpResult Nothing(HttpContext http, EndpointDataSource endpoints)
    {
        var allowed = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is { } path && Own.Any(own => path.StartsWith(own, StringComparison.Ordinal)) && new TemplateMatcher(TemplateParser.Parse(path), []).TryMatch(http.Request.Path, []))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (allowed.Count == 0) return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is nothing there.");
        if (allowed.Contains(http.Request.Method)) return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "Send JSON: Content-Type: application/json.");
        http.Response.Headers.Allow = string.Join(", ", allowed);
        return TypedResults.Problem(statusCode: StatusCodes.Status405MethodNotAllowed, title: $"That is asked for with {string.Join(" or ", allowed)}.");
    }

    // The first page carries a map of its modules' names inside itself; the build writes it anew each time.
    private static IEnumerable<string> InlineScripts(IFileProvider files)
    {
        var page = files.GetFileInfo(FirstPage);
        if (!page.Exists) return [];
        using var reader = new StreamReader(page.CreateReadStream());
        return [.. InlineScript().Matches(reader.ReadToEnd()).Select(m => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(m.Groups["inside"].Value))))];
    }

    // Browsers do not hold web sockets to one origin by themselves.
    private static bool IsOurs(HttpRequest request) =>
        request.Headers[HeaderNames.Origin].ToString() is not { Length: > 0 } origin
        || Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>(?<inside>.*?)</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
