using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class CorrectionsTable
{
    public static ExportTable Table { get; } = new ExportTable<CorrectionEntry>(
        "corrections", "Corrections", "Each count that the agency corrected. A correction may refer to a week that the ledger does not have.",
        (source, _) => new[] { CorrectionEntry.KnownIn(source.View).Reverse() }.ToAsyncEnumerable(),
        CorrectionColumns.All)
    {
        PrimaryKey = ["id"],
        ForeignKeys = [new ForeignKey("jurisdiction.id", "jurisdictions", "id")],
    };
}
