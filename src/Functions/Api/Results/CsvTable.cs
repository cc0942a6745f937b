using System.Globalization;
using CsvHelper;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>A list as CSV (RFC 4180): a header of the dotted JSON paths of the fields, and one record for each row.</summary>
public sealed class CsvTable<TRow>(params IEnumerable<CsvColumn<TRow>> columns)
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { TrueValue = "true", FalseValue = "false" };

    public IReadOnlyList<CsvColumn<TRow>> Columns { get; } = [.. columns];

    public byte[] Write(IEnumerable<TRow> rows) => Write(rows, header: true);

    /// <param name="header">Whether to write the header: a table that is written in several parts has only one.</param>
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

    // Other types are written as in JSON.
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

/// <param name="Name">The dotted path of the field in JSON.</param>
public record CsvColumn<TRow>(string Name, Func<TRow, object?> Value);
