using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>
/// An operator questions one row of one reading: it may be misread or misprinted. The row stays as it is; the question shows with it.
/// </summary>
/// <param name="Id">Computed from everything but <paramref name="RecordedAt"/>, so that a repeated request is the same question.</param>
/// <param name="Revision">The number of the revision within its week.</param>
/// <param name="Reread">See <see cref="Revision.Reread"/>: a later reading of the same file may number its rows differently.</param>
/// <param name="Row">From 1: the row within its section.</param>
/// <param name="Dated">The day of the question, as the operator states it; null for the day on which it was recorded.</param>
public sealed record RowQuestion(
    string Id,
    DateOnly Week,
    int Revision,
    ArrivalId ReportId,
    string? Reread,
    CorrectedSection Section,
    int Row,
    string Reason,
    DateOnly? Dated,
    DateTimeOffset RecordedAt)
{
    /// <summary>Its withdrawal, which is an entry of its own; null without one.</summary>
    [JsonIgnore]
    public QuestionWithdrawal? Withdrawn { get; init; }

    [JsonIgnore]
    public ReadingId Reading => new(ReportId, Reread);

    /// <summary>The first moment at which <c>asOf</c> finds it.</summary>
    [JsonIgnore]
    public DateTimeOffset KnownFrom => Dated is { } day ? History.Revision.StartOf(day) : RecordedAt;

    public static RowQuestion Of(
        Revision revision, CorrectedSection section, int row, string reason, DateOnly? dated, DateTimeOffset recordedAt)
    {
        var facts = $"{ReportingWeek.Name(revision.Week)}\n{revision.Reading}\n{section}\n{row}\n{dated?.DayNumber}\n{reason}";
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)).AsSpan(0, 8));
        return new RowQuestion(
            id, revision.Week, revision.Number, revision.Source.ReportId, revision.Reread, section, row, reason, dated, recordedAt);
    }

    public WeekQuestion ToEntry() => new(Id, Section, Row, Reason, Dated, RecordedAt);

    /// <summary>As it was known at a moment: without a withdrawal of a later time.</summary>
    /// <returns>Null when it was not known then.</returns>
    public RowQuestion? AsOf(DateTimeOffset moment) =>
        KnownFrom > moment ? null
        : Withdrawn?.KnownFrom > moment ? this with { Withdrawn = null }
        : this;
}

/// <summary>An operator withdraws a question.</summary>
/// <param name="QuestionId">The question, which stays recorded.</param>
/// <param name="Dated">The day of the withdrawal, as the operator states it; null for the day on which it was recorded.</param>
public sealed record QuestionWithdrawal(string QuestionId, string Reason, DateOnly? Dated, DateTimeOffset RecordedAt)
{
    /// <inheritdoc cref="RowQuestion.KnownFrom"/>
    [JsonIgnore]
    public DateTimeOffset KnownFrom => Dated is { } day ? Revision.StartOf(day) : RecordedAt;
}

/// <summary>A question as it is shown with its row.</summary>
public sealed record QuestionEntry(string Id, string Reason, DateOnly? Dated, DateTimeOffset RecordedAt)
{
    public static QuestionEntry Of(RowQuestion question) => new(question.Id, question.Reason, question.Dated, question.RecordedAt);
}
