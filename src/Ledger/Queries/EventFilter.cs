using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Queries;

/// <summary>The requested events: those of a state, of a jurisdiction, or of both.</summary>
/// <param name="JurisdictionId">Null for all.</param>
/// <param name="NamedIn">The readings of reports that name the jurisdiction.</param>
public sealed record EventFilter(string? State, string? JurisdictionId, IReadOnlySet<ReadingId> NamedIn)
{
    /// <param name="read">Reads a report; only a filter by state needs it.</param>
    public async ValueTask<bool> Takes(LedgerEvent ledgerEvent, Func<Revision, Task<PublishedReport>> read) => ledgerEvent switch
    {
        CorrectionPublished { Correction.Jurisdiction: var corrected } =>
            (State is null || corrected.State == State) && (JurisdictionId is null || corrected.Id == JurisdictionId),
        ReportPublished { Revision: var revision } =>
            (JurisdictionId is null || NamedIn.Contains(revision.Reading))
            && (State is null || Places((await read(revision)).Report).Any(place => place.State == State)),
        // It concerns a whole file, and no place more than another.
        FileObserved => State is null && JurisdictionId is null,
        _ => throw new ArgumentOutOfRangeException(nameof(ledgerEvent)),
    };

    private static IEnumerable<Jurisdiction> Places(WeeklyReport report) => report.HighestVolume.Select(row => row.Jurisdiction)
        .Concat(report.Declines.Select(row => row.Jurisdiction))
        .Concat(report.Listings.Select(row => row.Jurisdiction));
}
