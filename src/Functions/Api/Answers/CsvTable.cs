using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Answers;

/// <summary>A list as CSV (RFC 4180): a header of dotted names, as JSON has the fields, and a record for each row.</summary>
public sealed class CsvTable<TRow>(params IEnumerable<CsvColumn<TRow>> columns)
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // What the agency printed must not run as a formula in somebody's spreadsheet.
        InjectionOptions = InjectionOptions.Escape,
    };

    public IReadOnlyList<CsvColumn<TRow>> Columns { get; } = [.. columns];

    public byte[] Write(IEnumerable<TRow> rows)
    {
        using var buffer = new MemoryStream();
        using (var writer = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        using (var csv = new CsvWriter(writer, Configuration))
        {
            foreach (var column in Columns) csv.WriteField(column.Name);
            csv.NextRecord();
            foreach (var row in rows)
            {
                foreach (var column in Columns) csv.WriteField(Cell(column.Value(row)));
                csv.NextRecord();
            }
        }
        return buffer.ToArray();
    }

    private static string? Cell(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly day => ReportingWeek.Name(day),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        Enum word => word.ToString().ToLowerInvariant(),
        IEnumerable<string> several => string.Join(" | ", several),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <param name="Name">The path of the field in JSON, with dots.</param>
public sealed record CsvColumn<TRow>(string Name, Func<TRow, object?> Value);
