using System.Collections.Immutable;
using System.Text;

namespace NegotiationSim.Scenarios;

/// <summary>A row of a table. Its cells know their line and their column.</summary>
internal sealed record CsvRow(string File, int Line, ImmutableDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];

    public Place Place(string column) => new(File, Line, column);
}

/// <summary>Reads a table whose columns are known beforehand: none missing, none more.</summary>
internal static class CsvTable
{
    /// <summary>The rows that are whole; the others are among the faults. Null when there is no such table or its columns are others.</summary>
    public static ImmutableArray<CsvRow>? Read(string path, string file, ImmutableArray<string> columns, Faults faults)
    {
        if (TextFile.Read(path, file, faults) is not { } text) return null;

        var records = Records(text, file, faults).ToList();
        if (records is not [var (_, header), .. var others])
        {
            faults.Add(new(file, 1, ""), $"the table is empty; its first line is {string.Join(",", columns)}");
            return null;
        }
        foreach (var missing in columns.Except(header)) faults.Add(new(file, 1, missing), "is missing among the columns of the first line");
        foreach (var unknown in header.Except(columns)) faults.Add(new(file, 1, unknown), $"is not a column of this table{Nearest.Hint(unknown, columns)}");
        foreach (var twice in header.GroupBy(h => h).Where(g => g.Count() > 1)) faults.Add(new(file, 1, twice.Key), "is given twice among the columns");
        if (!header.Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal))) return null;

        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        foreach (var (line, cells) in others)
        {
            if (cells.Length == header.Length)
                rows.Add(new(file, line, header.Zip(cells).ToImmutableDictionary(c => c.First, c => c.Second)));
            else
                faults.Add(new(file, line, ""), $"has {cells.Length} cells where the first line has {header.Length}; a cell with a comma stands between quotation marks");
        }
        return rows.ToImmutable();
    }

    /// <summary>The records by RFC 4180 with the lines where they begin; blank lines are passed over.</summary>
    /// <remarks>By hand: it is short, and a reader of ours can say in which line a quotation mark is out of place and go on.</remarks>
    private static IEnumerable<(int Line, ImmutableArray<string> Cells)> Records(string text, string file, Faults faults)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var begins = line;
            var cells = ImmutableArray.CreateBuilder<string>();
            bool isLast;
            do
            {
                cells.Add(Cell(text, ref at, ref line, file, faults));
                isLast = at >= text.Length || text[at] != ',';
                if (!isLast) at++;
            }
            while (!isLast);
            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            line++;
            if (cells is not [""]) yield return (begins, cells.ToImmutable());
        }
    }

    /// <summary>The cell that begins at a place; leaves the place at the comma or the end of line behind it.</summary>
    private static string Cell(string text, ref int at, ref int line, string file, Faults faults)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var begins = at;
            while (at < text.Length && text[at] is not (',' or '\r' or '\n')) at++;
            var bare = text[begins..at];
            if (bare.Contains('"')) faults.Add(new(file, line, ""), "has a quotation mark inside a bare cell; put the cell between quotation marks and double those inside");
            return bare.Trim();
        }

        var (opened, cell) = (line, new StringBuilder());
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"')
                cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else
                break;
        }
        if (at >= text.Length)
        {
            faults.Add(new(file, opened, ""), "has a quotation mark that is never closed");
            return cell.ToString();
        }
        at++;
        if (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            faults.Add(new(file, line, ""), "goes on after a closing quotation mark; double a quotation mark that belongs to the cell");
            while (at < text.Length && text[at] is not (',' or '\r' or '\n')) at++;
        }
        return cell.ToString().Trim();
    }
}
