namespace NegotiationSim.House.Tests;

/// <summary>The files that the house is built from.</summary>
internal static class Checkout
{
    private static readonly string[] Built = ["bin", "obj"];

    public static string Root { get; } = FindRoot();

    /// <summary>The files below these folders, without what a build leaves there.</summary>
    public static IEnumerable<string> Files(params string[] folders) => folders.SelectMany(f => Below(Path.Combine(Root, f)));

    /// <summary>A path as one writes it: from the root, with slashes.</summary>
    public static string Named(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(d => !Built.Contains(Path.GetFileName(d))).SelectMany(Below));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NegotiationSim.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NegotiationSim.sln stands in no folder above the tests.");
    }
}
