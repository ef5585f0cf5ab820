namespace NegotiationSim.Cli;

/// <summary>Files that appear in their folder all together or not at all.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly string _folder;
    private readonly string _draft;

    /// <summary>Folders that were absent, the innermost first.</summary>
    private readonly List<string> _made;

    /// <param name="folder">Created when absent. Files of the same names are replaced.</param>
    /// <exception cref="UserFaultException">The folder cannot be made or written.</exception>
    public OutputFolder(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder)) throw new UserFaultException("--out names no folder.");
        _folder = Path.GetFullPath(folder);
        _draft = Path.Combine(_folder, $".negsim-{Environment.ProcessId}");
        _made = [.. Upwards(_folder).TakeWhile(f => !Path.Exists(f))];
        if (File.Exists(_folder)) throw new UserFaultException($"{folder} is a file; name a folder for the results.");
        try
        {
            Directory.CreateDirectory(_draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new UserFaultException($"{folder} cannot be made or written.");
        }
    }

    /// <summary>Path at which to write a file until <see cref="Publish"/>.</summary>
    public string Draft(string name) => Path.Combine(_draft, name);

    /// <summary>Moves everything that was written to its place.</summary>
    /// <exception cref="UserFaultException">A folder stands where a file should; nothing was moved.</exception>
    public void Publish()
    {
        var moves = Directory.GetFiles(_draft).Select(file => (From: file, To: Path.Combine(_folder, Path.GetFileName(file)))).ToArray();
        if (moves.FirstOrDefault(m => Directory.Exists(m.To)) is { To: { } taken }) throw new UserFaultException($"{taken} is a folder; nothing was written.");
        foreach (var (from, to) in moves) File.Move(from, to, overwrite: true);
    }

    /// <summary>Takes away what was not published, and the folders that were made for it.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_draft)) Directory.Delete(_draft, recursive: true);
        foreach (var folder in _made)
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at)) yield return at;
    }
}
