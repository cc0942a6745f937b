using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

/// <summary>A row of a report.</summary>
/// <param name="Position">Its place in its section, from 1, in the order printed.</param>
public sealed record PrintedRow<T>(DateOnly Week, int Revision, int Position, T Row);

/// <summary>What the tables of printed rows have in common.</summary>
public static class PrintedRows
{
    public static IReadOnlyList<string> Key { get; } = ["week", "position"];

    public static IReadOnlyList<ForeignKey> ForeignKeys { get; } =
        [new("week", "weeks", "week"), new("jurisdiction.id", "jurisdictions", "id")];

    /// <summary>The rows of one section, a week at a time.</summary>
    public static Func<ExportSource, CancellationToken, IAsyncEnumerable<IEnumerable<PrintedRow<T>>>> Of<T>(
        Func<WeeklyReport, IEnumerable<T>> section) =>
        (source, cancellation) => source.Reports(cancellation).Select(published => Rows(published, section(published.Report)));

    public static IReadOnlyList<ExportField<PrintedRow<T>>> Fields<T>() =>
    [
        new("week", FieldType.Day, "The first day of the week that the report covers.", row => row.Week) { Required = true },
        new("revision", FieldType.Number, "The revision of the week's report, from 1.", row => row.Revision) { Required = true },
        new("position", FieldType.Number, "The place of the row in its section, from 1, in the order printed.",
            row => row.Position) { Required = true },
    ];

    public static IReadOnlyList<ExportField<TRow>> Jurisdiction<TRow>(Func<TRow, Jurisdiction> of) =>
    [
        new("jurisdiction.id", JurisdictionsTable.Id,
            "Names the jurisdiction. Empty where no state was printed: a name alone is never guessed at.",
            row => of(row).Id),
        new("jurisdiction.name", FieldType.Text, "Its name.", row => of(row).Name) { Required = true },
        new("jurisdiction.state", JurisdictionsTable.State, "The postal code of its state.", row => of(row).State),
        new("jurisdiction.kind", JurisdictionsTable.Kind, "What it is.", row => of(row).Kind),
        new("jurisdiction.fips", JurisdictionsTable.Fips,
            "Its FIPS code: two digits of a state, five of a county or of a city that is one with a county.",
            row => of(row).Fips),
    ];

    public static IReadOnlyList<ExportField<TRow>> Source<TRow>(Func<TRow, SourceLocation> of) =>
    [
        new("source.reportId", FieldType.Text, "The arrival of the file in which the fact stands.",
            row => of(row).ReportId) { Required = true },
        new("source.page", FieldType.Number, "The page on which it begins; of files without pages the line or the row of the sheet.",
            row => of(row).Page),
        new("source.row", FieldType.Number, "The row within its section.", row => of(row).Row),
    ];

    private static IEnumerable<PrintedRow<T>> Rows<T>(PublishedReport published, IEnumerable<T> rows) =>
        rows.Select((row, i) => new PrintedRow<T>(published.Revision.Week, published.Revision.Number, i + 1, row));
}
