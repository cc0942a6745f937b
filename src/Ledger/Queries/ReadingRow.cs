using System.Text.Json.Serialization;
using DetainerLedger.History;

namespace DetainerLedger.Queries;

/// <summary>A reading of a revision's file that a later one replaced.</summary>
public sealed record ReadingRow : WeekTotals
{
    private ReadingRow(WeekTotals totals)
        : base(totals)
    {
    }

    /// <inheritdoc cref="RevisionRow.Reader"/>
    [JsonPropertyOrder(OrderOfName)]
    public required string? Reader { get; init; }

    /// <inheritdoc cref="RevisionRow.RereadAt"/>
    [JsonPropertyOrder(OrderOfName)]
    public required DateTimeOffset? RereadAt { get; init; }

    /// <summary>What the next reading found differently.</summary>
    public required RevisionChanges Changes { get; init; }

    /// <summary>Every reading of the file, oldest first, each as the revision that it produced.</summary>
    public static IReadOnlyList<Revision> Readings(Revision revision) =>
        [.. (revision.EarlierReadings ?? []).Select(revision.As), revision];

    /// <param name="reports">The reports of all readings.</param>
    public static IReadOnlyList<ReadingRow> Of(Revision revision, IReadOnlyDictionary<ReadingId, PublishedReport> reports)
    {
        var readings = Readings(revision);
        return [.. readings.Zip(readings.Skip(1), (earlier, later) => new ReadingRow(earlier.Totals)
        {
            Reader = earlier.Reader,
            RereadAt = earlier.RereadAt,
            Changes = RevisionChanges.Between(reports[earlier.Reading], reports[later.Reading]),
        }).Reverse()];
    }
}
