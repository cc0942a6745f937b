using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Publishing;

/// <summary>Decides what becomes of a question about a row, and of its withdrawal.</summary>
public abstract record QuestionDecision
{
    private QuestionDecision() { }

    /// <summary>The week has no revision with this number.</summary>
    public sealed record NoSuchRevision : QuestionDecision;

    /// <summary>The reading in force has no such row.</summary>
    public sealed record NoSuchRow : QuestionDecision;

    /// <summary>The revision has no question with this id.</summary>
    public sealed record NoSuchQuestion : QuestionDecision;

    /// <summary>It has already been recorded, for example by the same request.</summary>
    public sealed record Unchanged(RowQuestion Question) : QuestionDecision;

    public sealed record Asked(RowQuestion Question) : QuestionDecision;

    /// <param name="Question">With the withdrawal.</param>
    public sealed record Withdrawn(RowQuestion Question) : QuestionDecision;

    /// <param name="published">The reading in force of the revision; null when there is none.</param>
    public static QuestionDecision Ask(LedgerView now, PublishedReport? published, AskedQuestion asked, DateTimeOffset at)
    {
        if (published is null) return new NoSuchRevision();
        if (!Rows(published.Report, asked.Section).Any(row => row.Row == asked.Row)) return new NoSuchRow();
        var question = RowQuestion.Of(published.Revision, asked.Section, asked.Row, asked.Reason, asked.Dated, at);
        return now.Questions.All.FirstOrDefault(known => known.Id == question.Id) is { } known ? new Unchanged(known) : new Asked(question);
    }

    /// <summary>A question is withdrawn once: a further withdrawal changes nothing.</summary>
    public static QuestionDecision Withdraw(LedgerView now, DateOnly week, int revision, QuestionWithdrawal withdrawal)
    {
        var question = now.Questions.All.FirstOrDefault(
            known => known.Id == withdrawal.QuestionId && known.Week == week && known.Revision == revision);
        return question switch
        {
            null => new NoSuchQuestion(),
            { Withdrawn: not null } => new Unchanged(question),
            _ => new Withdrawn(question with { Withdrawn = withdrawal }),
        };
    }

    private static IEnumerable<SourceLocation> Rows(WeeklyReport report, CorrectedSection section) => section switch
    {
        CorrectedSection.Issued => report.HighestVolume.Select(row => row.Source),
        CorrectedSection.Declined => report.Declines.Select(row => row.Source),
        CorrectedSection.Listed => report.Listings.Select(row => row.Source),
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };
}

/// <summary>A question as an operator asks it.</summary>
/// <param name="Row">From 1: the row within its section.</param>
/// <param name="Dated">Null for the time at which it is recorded.</param>
public sealed record AskedQuestion(CorrectedSection Section, int Row, string Reason, DateOnly? Dated);
