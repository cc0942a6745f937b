namespace DetainerLedger.History;

public interface IJurisdictionReader : IIndexReader
{
    /// <summary>What every revision of every report states about one jurisdiction; empty if none names it.</summary>
    /// <param name="jurisdictionId">An id such as <c>tx-travis-county</c>; its first two letters are the state.</param>
    Task<IReadOnlyList<JurisdictionWeek>> ReadJurisdiction(string jurisdictionId, CancellationToken cancellation);

    /// <summary>The counts of each of these revisions by jurisdiction, in the order given.</summary>
    Task<IReadOnlyList<ReportCounts>> ReadCounts(IReadOnlyList<Revision> revisions, CancellationToken cancellation);

    /// <summary>Like <see cref="ReadCounts"/>, with the agencies and notices also of reports that were published before these were
    /// stored: they are taken from the reports, once.</summary>
    Task<IReadOnlyList<ReportCounts>> ReadCompleteCounts(IReadOnlyList<Revision> revisions, CancellationToken cancellation);
}
