namespace NegotiationSim.Cli;

/// <summary>Files that appear in their folder all together or not at all.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly string _folder;
    private readonly string _draft;

    /// <param name="folder">Created when absent. Files of the same names are replaced.</param>
    /// <exception cref="UserFaultException">The folder cannot be made or written.</exception>
    public OutputFolder(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _draft = Path.Combine(_folder, $".negsim-{Environment.ProcessId}");
        if (File.Exists(_folder)) throw new UserFaultException($"{folder} is a file; name a folder for the results.");
        try
        {
            Directory.CreateDirectory(_draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserFaultException($"{folder} cannot be written: {e.Message}");
        }
    }

    /// <summary>Path at which to write a file until <see cref="Publish"/>.</summary>
    public string Draft(string name) => Path.Combine(_draft, name);

    /// <summary>Moves everything that was written to its place.</summary>
    public void Publish()
    {
        foreach (var file in Directory.EnumerateFiles(_draft)) File.Move(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Takes away what was not published.</summary>
    public void Dispose()
    {
        if (!Directory.Exists(_draft)) return;
        Directory.Delete(_draft, recursive: true);
        if (!Directory.EnumerateFileSystemEntries(_folder).Any()) Directory.Delete(_folder);
    }
}
