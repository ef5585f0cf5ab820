using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NegotiationSim.Journal;

// Writes to a journal until it is killed, and says on the standard output, line by line, what was acknowledged:
// room, command, position and chain. Started by the tests, which then kill it.
if (args is not [var folder, var run])
{
    Console.Error.WriteLine("Usage: NegotiationSim.Journal.Writer FOLDER RUN");
    return 2;
}

const int Rooms = 8;
var options = new JournalOptions { Folder = folder };
await using var journal = new SqliteJournal(new OptionsWrapper<JournalOptions>(options), TimeProvider.System, NullLogger<SqliteJournal>.Instance);
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var speaking = new Lock();

// Should the killer itself die, the pipe's end ends this process as well.
await Task.WhenAll(Enumerable.Range(0, Rooms).Select(number => Task.Run(() => WriteInto($"room-{number}"))));
return 0;

async Task WriteInto(string room)
{
    var position = (await journal.Head(room))?.Position ?? 0;
    for (var n = 0; ; n++)
    {
        var command = $"{run}/{n}";
        var events = Enumerable.Range(0, 1 + n % 3).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($$"""{"$t":"written","by":"{{command}}","part":{{i}}}""")).ToArray();
        var desk = n % 5 == 0 ? new Desk("running", $$"""{"lastCommand":"{{command}}"}""") : null;
        var appended = (Appended)await journal.Append(new AppendRequest(room, position, command, events, desk));
        position = appended.Position;
        lock (speaking) output.WriteLine($"{room} {command} {appended.Position} {appended.Chain}");
    }
}
