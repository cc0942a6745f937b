using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>The known questions about rows, and which of them are open.</summary>
public sealed class KnownQuestions
{
    private readonly ILookup<(DateOnly Week, ReadingId Reading), RowQuestion> _byReading;

    /// <param name="all">Withdrawn ones included, in any order.</param>
    internal KnownQuestions(IEnumerable<RowQuestion> all)
    {
        All = [.. all.OrderBy(question => question.KnownFrom).ThenBy(question => question.Id, StringComparer.Ordinal)];
        _byReading = All.ToLookup(question => (question.Week, question.Reading));
    }

    /// <summary>Withdrawn ones included, oldest first.</summary>
    public IReadOnlyList<RowQuestion> All { get; }

    /// <summary>The questions about rows of one reading that were not withdrawn, oldest first.</summary>
    public IReadOnlyList<RowQuestion> Open(Revision revision) =>
        [.. _byReading[(revision.Week, revision.Reading)].Where(question => question.Withdrawn is null)];

    /// <summary>The questions about one row that were not withdrawn, oldest first.</summary>
    /// <param name="source">The location of the row in the file.</param>
    public IReadOnlyList<QuestionEntry> Of(Revision revision, CorrectedSection section, SourceLocation source)
    {
        // Almost always there are none, and a history asks for each of its rows.
        if (All.Count == 0 || source.Row is not { } row) return [];
        return [.. Open(revision).Where(question => question.Section == section && question.Row == row).Select(QuestionEntry.Of)];
    }

    internal KnownQuestions AsOf(DateTimeOffset moment) =>
        All.Count == 0 ? this : new KnownQuestions(All.Select(question => question.AsOf(moment)).OfType<RowQuestion>());
}
