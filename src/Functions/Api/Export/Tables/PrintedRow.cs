using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

/// <summary>A row of a report.</summary>
/// <param name="Position">Its position in its section, from 1, in the order printed.</param>
public sealed record PrintedRow<T>(DateOnly Week, int Revision, int Position, T Row);

/// <summary>The shared part of the tables of printed rows.</summary>
public static class PrintedRows
{
    public static IReadOnlyList<string> Key { get; } = ["week", "position"];

    public static IReadOnlyList<ForeignKey> ForeignKeys { get; } =
        [new("week", "weeks", "week"), new("jurisdiction.id", "jurisdictions", "id")];

    /// <summary>The rows of one section, one week at a time.</summary>
    public static Func<ExportSource, CancellationToken, IAsyncEnumerable<IEnumerable<PrintedRow<T>>>> Of<T>(
        Func<WeeklyReport, IEnumerable<T>> section) =>
        (source, cancellation) => source.Reports(cancellation).Select(published => Rows(published, section(published.Report)));

    /// <param name="columns">The columns of the row itself.</param>
    public static IReadOnlyList<Column<PrintedRow<T>>> Columns<T>(IEnumerable<Column<T>> columns) =>
    [
        new("week", FieldType.Day, "The first day of the week that the report covers.", row => row.Week) { Required = true },
        new("revision", FieldType.Number, "The revision of the week's report, from 1.", row => row.Revision) { Required = true },
        new("position", FieldType.Number, "The position of the row in its section, from 1, in the order printed.",
            row => row.Position) { Required = true },
        .. columns.Within((PrintedRow<T> row) => row.Row),
    ];

    private static IEnumerable<PrintedRow<T>> Rows<T>(PublishedReport published, IEnumerable<T> rows) =>
        rows.Select((row, i) => new PrintedRow<T>(published.Revision.Week, published.Revision.Number, i + 1, row));
}
