using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NegotiationSim.House.Tests;

/// <summary>Domain and Simulation know no clock, no dice, no files and no function that differs between platforms. Read from what the compiler made, so that no switch can turn it off.</summary>
public sealed class ThePureRooms
{
    [Theory]
    [InlineData("NegotiationSim.Domain")]
    [InlineData("NegotiationSim.Simulation")]
    public void A_pure_room_uses_nothing_that_is_banned(string assembly)
    {
        var used = SymbolsUsedBy(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

        Assert.NotEmpty(used);
        Assert.Empty(Banned().Intersect(used));
    }

    [Theory]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.Random")]
    [InlineData("System.IO.File")]
    [InlineData("System.Math.Pow")]
    [InlineData("System.Threading.Tasks.Task.Delay")]
    public void The_list_names_the_clock_the_dice_the_files_and_the_powers(string symbol) => Assert.Contains(symbol, Banned());

    /// <summary>Types by their name; members by that of their type and their own. The compiler is asked about parameters; here a member is banned whatever it takes.</summary>
    private static HashSet<string> Banned() =>
        [.. File.ReadLines(Path.Combine(Checkout.Root, "src", "BannedSymbols.txt")).Select(line => line.Split(';')[0]).Select(symbol => symbol[0] switch
        {
            'T' => symbol[2..],
            'P' => symbol[2..].Insert(symbol.LastIndexOf('.') - 1, "get_"),
            _ => symbol[2..].Split('(')[0],
        })];

    private static HashSet<string> SymbolsUsedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var read = file.GetMetadataReader();
        var types = read.TypeReferences.ToDictionary(t => (EntityHandle)t, t => read.GetTypeReference(t) is var type ? $"{read.GetString(type.Namespace)}.{read.GetString(type.Name)}" : "");
        var members = read.MemberReferences.Select(m => read.GetMemberReference(m))
            .Where(m => types.ContainsKey(m.Parent)).Select(m => $"{types[m.Parent]}.{read.GetString(m.Name)}");
        return [.. types.Values, .. members];
    }
}
