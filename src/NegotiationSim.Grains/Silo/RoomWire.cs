using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NegotiationSim.Domain;
using Orleans.Serialization;

namespace NegotiationSim.Grains;

/// <summary>How facts, commands, questions and answers travel between silos: as the JSON that the record has, so that Domain and Simulation need not know about grains.</summary>
public static class RoomWire
{
    private static readonly string[] Namespaces = [typeof(NegotiationEvent).Namespace!, typeof(Simulation.Question).Namespace!];

    // The record's form knows the facts and the commands; questions and answers, which no record holds, are described by reflection.
    private static readonly JsonSerializerOptions Json = new(NegotiationJson.Options)
    {
        // The codec names the type itself and reads by that name: the kind inside the JSON is then one member too many.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(NegotiationJson.Options.TypeInfoResolver, new DefaultJsonTypeInfoResolver()),
    };

    /// <summary>For silos and for clients outside them.</summary>
    public static IServiceCollection AddRoomWire(this IServiceCollection services) =>
        services.AddSerializer(serializer => serializer.AddJsonSerializer(type => Namespaces.Contains(type.Namespace), Json));
}
