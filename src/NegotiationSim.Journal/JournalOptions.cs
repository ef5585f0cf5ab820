using System.ComponentModel.DataAnnotations;

namespace NegotiationSim.Journal;

/// <summary>Where and how the journal is kept. Section "Journal" of the configuration.</summary>
public sealed class JournalOptions
{
    public const string Section = "Journal";

    public const string FileName = "journal.db";

    /// <summary>Folder that holds the database. Created at start-up when absent.</summary>
    /// <remarks>
    /// Never relative to the working folder: a relative path starts at the checkout's root, which is the nearest folder above the program that
    /// holds NegotiationSim.sln, or else beside the program. The default is "data".
    /// </remarks>
    [Required(ErrorMessage = "Journal:Folder is empty: name a folder, or leave it out for data/.")]
    public string Folder { get; set; } = "data";

    /// <summary>How many commands share one commit at most. The default is 256.</summary>
    [Range(1, 10_000, ErrorMessage = "Journal:CommandsPerCommit must be 1 to 10000.")]
    public int CommandsPerCommit { get; set; } = 256;

    /// <summary>How many commands may wait for the writer before callers wait to hand theirs in. The default is 4096.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Journal:CommandsWaiting must be 1 to 1000000.")]
    public int CommandsWaiting { get; set; } = 4096;

    /// <summary>How many seconds to wait for another program that holds the file. The default is 5.</summary>
    [Range(1, 300, ErrorMessage = "Journal:LockWaitSeconds must be 1 to 300.")]
    public int LockWaitSeconds { get; set; } = 5;

    /// <summary>The folder as an absolute path.</summary>
    public string ResolvedFolder => Path.GetFullPath(Folder, Home);

    /// <summary>The database file as an absolute path.</summary>
    public string File => Path.Combine(ResolvedFolder, FileName);

    private static string Home
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (System.IO.File.Exists(Path.Combine(folder.FullName, "NegotiationSim.sln"))) return folder.FullName;
            return AppContext.BaseDirectory;
        }
    }
}
