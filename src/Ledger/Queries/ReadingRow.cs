using DetainerLedger.History;

namespace DetainerLedger.Queries;

/// <summary>A reading of a revision's file that a later one replaced.</summary>
/// <param name="Reader">As <see cref="RevisionRow.Reader"/>.</param>
/// <param name="RereadAt">As <see cref="RevisionRow.RereadAt"/>.</param>
/// <param name="Changes">What the reading after it found otherwise.</param>
public sealed record ReadingRow(
    string? Reader,
    DateTimeOffset? RereadAt,
    int? DetainersIssued,
    int DetainersDeclined,
    int JurisdictionsListed,
    RevisionChanges Changes)
{
    /// <summary>Every reading of the file, the first one first, each as the revision that it made.</summary>
    public static IReadOnlyList<Revision> Readings(Revision revision) =>
        [.. (revision.EarlierReadings ?? []).Select(revision.As), revision];

    /// <param name="reports">Of every reading.</param>
    public static IReadOnlyList<ReadingRow> Of(Revision revision, IReadOnlyDictionary<ReadingId, PublishedReport> reports)
    {
        var readings = Readings(revision);
        return [.. readings.Zip(readings.Skip(1), (earlier, later) => new ReadingRow(
            earlier.Reader,
            earlier.RereadAt,
            earlier.Totals.DetainersIssued,
            earlier.Totals.DetainersDeclined,
            earlier.Totals.JurisdictionsListed,
            RevisionChanges.Between(reports[earlier.Reading], reports[later.Reading]))).Reverse()];
    }
}
