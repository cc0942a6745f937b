namespace DetainerLedger.History;

public interface IJurisdictionReader : IIndexReader
{
    /// <summary>What every report, of every revision, says of one jurisdiction; empty when none names it.</summary>
    /// <param name="jurisdictionId">As <c>tx-travis-county</c>: its first two letters are the state.</param>
    Task<IReadOnlyList<JurisdictionWeek>> ReadJurisdiction(string jurisdictionId, CancellationToken cancellation);

    /// <summary>What each of these revisions counts for each jurisdiction, in their order.</summary>
    Task<IReadOnlyList<ReportCounts>> ReadCounts(IReadOnlyList<Revision> revisions, CancellationToken cancellation);
}
