using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NegotiationSim.Domain;
using NegotiationSim.Protocol;

namespace NegotiationSim.Server;

/// <summary>The OpenAPI document at /openapi/v1.json.</summary>
internal static class ApiDocument
{
    private const string Token = "facilitatorToken";

    private static readonly Type[] Words = [typeof(IssueId), typeof(ProvisionId), typeof(DelegationId), typeof(GroupId)];

    /// <summary>Marks what only the facilitator may do.</summary>
    public static object TokenNeeded { get; } = new NeedsToken();

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(document =>
    {
        document.AddDocumentTransformer((api, _, _) =>
        {
            api.Info = new OpenApiInfo { Title = "NegotiationSim", Version = "1", Description = "Opens rooms in which States negotiate, runs their clock, and gives their record." };
            api.Components ??= new();
            api.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            api.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The token that was given when the room was opened." };
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsToken>().Any())
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
            return Task.CompletedTask;
        });
        document.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(Pace))
            {
                schema.Description = "live, fast, or room seconds a wall second.";
                schema.OneOf = [new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["live", "fast"] }, new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0.001", Maximum = "1000000" }];
            }
            else if (type == typeof(RoomTime))
            {
                schema.Type = JsonSchemaType.String;
                schema.Description = "The room's own time: 2016-02-03T10:00:00.";
            }
            else if (Words.Contains(type))
            {
                schema.Type = JsonSchemaType.String;
            }
            return Task.CompletedTask;
        });
    });

    private sealed class NeedsToken;
}
