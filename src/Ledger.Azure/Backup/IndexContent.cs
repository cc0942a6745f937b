using Azure.Data.Tables;
using DetainerLedger.History;
using DetainerLedger.Reports;
using DetainerLedger.Storage.Tables;

namespace DetainerLedger.Storage.Backup;

/// <summary>What the entities of an index say.</summary>
internal sealed class IndexContent
{
    public IndexContent(IEnumerable<TableEntity> entities)
    {
        foreach (var entity in entities)
        {
            if (entity.RowKey == Keys.Head) Version = IndexTable.VersionOf(entity);
            else if (entity.RowKey.StartsWith(Keys.Weeks, StringComparison.Ordinal)) Add(IndexTable.Revisions(entity));
            else if (entity.RowKey.StartsWith(Keys.Notices, StringComparison.Ordinal)) Published[IndexTable.Notice(entity).ReportId] = null;
        }
    }

    /// <summary>Empty for a ledger in which nothing has been published.</summary>
    public string Version { get; } = "";

    /// <summary>The arrivals that were published, and the revision that each became; null for a notice of corrections.</summary>
    public Dictionary<ArrivalId, Revision?> Published { get; } = [];

    private void Add(IEnumerable<Revision> revisions)
    {
        foreach (var revision in revisions) Published[revision.Source.ReportId] = revision;
    }
}
