using System.Collections.Immutable;
using CsvHelper;

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
    private static IEnumerable<(int Line, ImmutableArray<string> Cells)> Records(string text, string file, Faults faults)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => faults.Add(new(file, (int)record.LineNumber, ""), Said(record.Reason)),
        });
        while (csv.Read())
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim()).ToImmutableArray();
            if (cells is not [""]) yield return ((int)csv.LineNumber, cells);
        }
    }

    private static string Said(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "has a quotation mark that is never closed",
        CsvMalformedReason.TextAfterClosingQuote => "goes on after a closing quotation mark; double a quotation mark that belongs to the cell",
        _ => "has a quotation mark inside a bare cell; put the cell between quotation marks and double those inside",
    };
}
