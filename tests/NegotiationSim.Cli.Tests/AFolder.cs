namespace NegotiationSim.Cli.Tests;

/// <summary>A folder of its own for one test, gone with it.</summary>
public sealed class AFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("negsim-").FullName;

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public bool IsEmpty => !Directory.EnumerateFileSystemEntries(Path).Any();

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
