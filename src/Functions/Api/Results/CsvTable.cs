using System.Globalization;
using CsvHelper;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>A list as CSV (RFC 4180): a header of dotted names, as JSON has the fields, and a record for each row.</summary>
public sealed class CsvTable<TRow>(params IEnumerable<CsvColumn<TRow>> columns)
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { TrueValue = "true", FalseValue = "false" };

    public IReadOnlyList<CsvColumn<TRow>> Columns { get; } = [.. columns];

    public byte[] Write(IEnumerable<TRow> rows) => Write(rows, header: true);

    /// <param name="header">Whether to begin with it: what is written piece by piece has one only.</param>
    public byte[] Write(IEnumerable<TRow> rows, bool header)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, Options, leaveOpen: true))
        {
            if (header) csv.WriteHeader([.. Columns.Select(column => column.Name)]);
            foreach (var row in rows)
            {
                foreach (var column in Columns) csv.WriteField(Cell(column.Value(row)));
                csv.EndRecord();
            }
        }
        return buffer.ToArray();
    }

    // What the writer doesn't know, as JSON has it.
    private static object? Cell(object? value) => value switch
    {
        string text => CsvText.Escape(text),
        Enum word => word.ToString().ToLowerInvariant(),
        ArrivalId id => id.ToString(),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        IEnumerable<string> several => CsvText.Escape(string.Join(" | ", several)),
        _ => value,
    };
}

/// <param name="Name">The path of the field in JSON, with dots.</param>
public record CsvColumn<TRow>(string Name, Func<TRow, object?> Value);
