using System.Runtime.CompilerServices;

namespace NegotiationSim.Journal;

public static class JournalReading
{
    /// <summary>Reads a room's record page by page to where it ends at the time.</summary>
    /// <param name="after">The last position that the caller has; 0 for the beginning.</param>
    /// <param name="pageSize">Events a page at most.</param>
    /// <returns>Pages that follow each other; the last one is empty or shorter than the page size.</returns>
    public static async IAsyncEnumerable<JournalPage> ReadToEnd(
        this IJournal journal, string room, long after = 0, int pageSize = 1_000, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        JournalPage page;
        do
        {
            page = await journal.ReadAfter(room, after, pageSize, cancel).ConfigureAwait(false);
            yield return page;
            after = page.To;
        }
        while (page.Events.Count == pageSize);
    }
}
