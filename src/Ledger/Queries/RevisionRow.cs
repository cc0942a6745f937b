using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Queries;

/// <summary>A revision and its changes.</summary>
/// <param name="Changes">The changes from the previously known revision; null for the first one.</param>
public sealed record RevisionRow(
    int Revision,
    DateTimeOffset PublishedAt,
    DateOnly? ReleasedOn,
    ArrivalId ReportId,
    RevisionChanges? Changes)
{
    /// <summary>Whether it is in force at the requested moment.</summary>
    public bool InForce { get; init; }

    /// <summary>Further days on which the agency released the same facts.</summary>
    public IReadOnlyList<DateOnly> ReleasedAgainOn { get; init; } = [];

    /// <inheritdoc cref="History.Revision.SeenAt"/>
    public DateTimeOffset? SeenAt { get; init; }

    /// <inheritdoc cref="History.Revision.SourceAddress"/>
    public string? SourceAddress { get; init; }

    /// <summary>Later sightings from which the same facts count again, oldest first.</summary>
    public IReadOnlyList<Sighting> SeenAgain { get; init; } = [];

    /// <summary>The version of the reader; null if the file was read before versions were recorded.</summary>
    public string? Reader { get; init; }

    /// <summary>When the file was reread for this reading; null for the reading on arrival.</summary>
    public DateTimeOffset? RereadAt { get; init; }

    /// <summary>The replaced readings of the same file, newest first.</summary>
    public IReadOnlyList<ReadingRow> EarlierReadings { get; init; } = [];

    /// <param name="reports">The reports of all compared revisions and readings.</param>
    public static RevisionRow Of(LedgerView view, RevisionPair pair, IReadOnlyDictionary<ReadingId, PublishedReport> reports) => new(
        pair.Revision.Number,
        pair.Revision.PublishedAt,
        pair.Revision.ReleasedOn,
        pair.Revision.Source.ReportId,
        pair.Before is { } before ? RevisionChanges.Between(reports[before.Reading], reports[pair.Revision.Reading]) : null)
    {
        InForce = view.IsInForce(pair.Revision),
        ReleasedAgainOn = pair.Revision.ReleasedAgainOn ?? [],
        SeenAt = pair.Revision.SeenAt,
        SourceAddress = pair.Revision.SourceAddress,
        SeenAgain = pair.Revision.SeenAgain ?? [],
        Reader = pair.Revision.Reader,
        RereadAt = pair.Revision.RereadAt,
        EarlierReadings = ReadingRow.Of(pair.Revision, reports),
    };
}
