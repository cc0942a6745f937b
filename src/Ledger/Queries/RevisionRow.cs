using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Queries;

/// <summary>A revision, and what it changed.</summary>
/// <param name="Changes">Against the known revision before it, in the order in which they were known; null for the first one.</param>
public sealed record RevisionRow(
    int Revision,
    DateTimeOffset PublishedAt,
    DateOnly? ReleasedOn,
    ArrivalId ReportId,
    RevisionChanges? Changes)
{
    /// <summary>Whether it is the revision that counts, at the moment that is asked for.</summary>
    public bool InForce { get; init; }

    /// <summary>Further days on which the agency released the same facts.</summary>
    public IReadOnlyList<DateOnly> ReleasedAgainOn { get; init; } = [];

    /// <summary>The version of the reader whose reading this is; null when it was read before versions were recorded.</summary>
    public string? Reader { get; init; }

    /// <summary>When the file was read again for this reading; null for the reading of its arrival.</summary>
    public DateTimeOffset? RereadAt { get; init; }

    /// <summary>The readings of the same file that were replaced, newest first.</summary>
    public IReadOnlyList<ReadingRow> EarlierReadings { get; init; } = [];

    /// <param name="reports">Of every revision and reading that is compared.</param>
    public static RevisionRow Of(LedgerView view, RevisionPair pair, IReadOnlyDictionary<ReadingId, PublishedReport> reports) => new(
        pair.Revision.Number,
        pair.Revision.PublishedAt,
        pair.Revision.ReleasedOn,
        pair.Revision.Source.ReportId,
        pair.Before is { } before ? RevisionChanges.Between(reports[before.Reading], reports[pair.Revision.Reading]) : null)
    {
        InForce = view.IsInForce(pair.Revision),
        ReleasedAgainOn = pair.Revision.ReleasedAgainOn ?? [],
        Reader = pair.Revision.Reader,
        RereadAt = pair.Revision.RereadAt,
        EarlierReadings = ReadingRow.Of(pair.Revision, reports),
    };
}
