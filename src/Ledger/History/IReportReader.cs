namespace DetainerLedger.History;

public interface IReportReader : IIndexReader
{
    /// <summary>The whole report of a revision that the index names.</summary>
    Task<PublishedReport> ReadReport(Revision revision, CancellationToken cancellation);
}
