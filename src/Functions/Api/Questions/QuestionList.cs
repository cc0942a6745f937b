using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Questions;

public sealed record QuestionList(DateOnly Week, int Revision, IReadOnlyList<QuestionRow> Questions, string? Next) : IPage<QuestionRow>
{
    public static CsvTable<QuestionRow> Table { get; } = new(
    [
        new("id", row => row.Id),
        new("week", row => row.Week),
        new("revision", row => row.Revision),
        new("reportId", row => row.ReportId),
        new("inForce", row => row.InForce),
        new("section", row => row.Section),
        new("row", row => row.Row),
        new("reason", row => row.Reason),
        new("dated", row => row.Dated),
        new("recordedAt", row => row.RecordedAt),
        new("withdrawn.reason", row => row.Withdrawn?.Reason),
        new("withdrawn.dated", row => row.Withdrawn?.Dated),
        new("withdrawn.recordedAt", row => row.Withdrawn?.RecordedAt),
    ]);

    IReadOnlyList<QuestionRow> IPage<QuestionRow>.Rows => Questions;
}

/// <inheritdoc cref="RowQuestion"/>
/// <param name="InForce">Whether it is about the reading in force of its revision: a later reading may number the rows differently.</param>
public sealed record QuestionRow(
    string Id,
    DateOnly Week,
    int Revision,
    ArrivalId ReportId,
    bool InForce,
    CorrectedSection Section,
    int Row,
    string Reason,
    DateOnly? Dated,
    DateTimeOffset RecordedAt,
    WithdrawnRow? Withdrawn)
{
    /// <param name="revision">The revision with its reading in force.</param>
    public static QuestionRow Of(RowQuestion question, Revision revision) => new(
        question.Id,
        question.Week,
        question.Revision,
        question.ReportId,
        question.Reading == revision.Reading,
        question.Section,
        question.Row,
        question.Reason,
        question.Dated,
        question.RecordedAt,
        question.Withdrawn is { } withdrawn ? new WithdrawnRow(withdrawn.Reason, withdrawn.Dated, withdrawn.RecordedAt) : null);
}

/// <inheritdoc cref="QuestionWithdrawal"/>
public sealed record WithdrawnRow(string Reason, DateOnly? Dated, DateTimeOffset RecordedAt);
