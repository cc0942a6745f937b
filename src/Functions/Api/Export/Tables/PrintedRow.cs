using System.Text.Json;
using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

/// <summary>A row of a report.</summary>
/// <param name="Position">Its position in its section, from 1, in the order printed.</param>
/// <param name="Questions">The open questions about it.</param>
public sealed record PrintedRow<T>(DateOnly Week, int Revision, int Position, T Row, IReadOnlyList<QuestionEntry> Questions);

/// <summary>The shared part of the tables of printed rows.</summary>
public static class PrintedRows
{
    public static IReadOnlyList<string> Key { get; } = ["week", "position"];

    public static IReadOnlyList<ForeignKey> ForeignKeys { get; } =
        [new("week", "weeks", "week"), new("jurisdiction.id", "jurisdictions", "id")];

    /// <summary>The rows of one section, one week at a time.</summary>
    /// <param name="rows">Gives the rows of the section.</param>
    /// <param name="location">Gives the location of a row.</param>
    public static Func<ExportSource, CancellationToken, IAsyncEnumerable<IEnumerable<PrintedRow<T>>>> Of<T>(
        CorrectedSection section, Func<WeeklyReport, IEnumerable<T>> rows, Func<T, SourceLocation> location) =>
        (source, cancellation) => source.Reports(cancellation).Select(published => rows(published.Report).Select((row, i) => new PrintedRow<T>(
            published.Revision.Week,
            published.Revision.Number,
            i + 1,
            row,
            source.View.Questions.Of(published.Revision, section, location(row)))));

    /// <param name="columns">The columns of the row itself.</param>
    public static IReadOnlyList<Column<PrintedRow<T>>> Columns<T>(IEnumerable<Column<T>> columns) =>
    [
        new("week", FieldType.Day, "The first day of the week that the report covers.", row => row.Week) { Required = true },
        new("revision", FieldType.Number, "The revision of the week's report, from 1.", row => row.Revision) { Required = true },
        new("position", FieldType.Number, "The position of the row in its section, from 1, in the order printed.",
            row => row.Position) { Required = true },
        .. columns.Within((PrintedRow<T> row) => row.Row),
        .. QuestionColumns.Of<PrintedRow<T>>(row => row.Questions).Select(column => column with { Value = row => Json(row.Questions) }),
    ];

    // CSV lists join the texts; the data package declares the field as an array.
    private static string Json(IReadOnlyList<QuestionEntry> questions) =>
        JsonSerializer.Serialize([.. questions.Select(question => question.Reason)], ApiJson.Web.IReadOnlyListString);
}
