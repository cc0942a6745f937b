using Azure.Data.Tables;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// What each report states about each jurisdiction. Partitioned by state, so that a report needs few transactions; the rows of a
/// jurisdiction are adjacent, so that its history is one range of one partition.
/// </summary>
internal sealed class FactTable(TableClient table)
{
    // Each partition is a separate transaction, and these can run in parallel.
    private const int TransactionsAtOnce = 8;

    public Task Write(WeeklyReport report, ReadingId id, CancellationToken cancellation)
    {
        var entities = JurisdictionWeeks.Of(report, id).SelectMany(Entities);
        return Parallel.ForEachAsync(
            EntityBatches.Of(entities),
            new ParallelOptions { MaxDegreeOfParallelism = TransactionsAtOnce, CancellationToken = cancellation },
            async (batch, stop) => await table.SubmitTransactionAsync(batch, stop));
    }

    private static IReadOnlyList<TableEntity> Entities(JurisdictionWeek facts)
    {
        var key = Keys.Fact(facts.Jurisdiction.Id!, facts.Week, facts.Reading);
        var parts = Packed.Split(Keys.State(facts.Jurisdiction.Id!), key, Packed.Pack(facts, StoredJson.Default.JurisdictionWeek));
        // For people who open the table in other tools. The ledger itself reads the packed document.
        var counts = JurisdictionCounts.Of(facts);
        parts[0]["Jurisdiction"] = facts.Jurisdiction.Name;
        parts[0]["Week"] = ReportingWeek.Name(facts.Week);
        parts[0]["Issued"] = counts.Issued;
        parts[0]["Declined"] = counts.Declined;
        parts[0]["Listed"] = counts.Listed;
        return parts;
    }

    public async Task<IReadOnlyList<JurisdictionWeek>> Read(string jurisdictionId, CancellationToken cancellation)
    {
        var prefix = Keys.Jurisdiction(jurisdictionId);
        return await Packed
            .Range(table, Keys.State(jurisdictionId), prefix, Keys.AfterPrefix(prefix), StoredJson.Default.JurisdictionWeek, cancellation)
            .ToListAsync(cancellation);
    }
}
