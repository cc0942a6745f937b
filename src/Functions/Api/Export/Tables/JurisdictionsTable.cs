using System.Runtime.CompilerServices;
using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class JurisdictionsTable
{
    public static ExportTable Table { get; } = new ExportTable<Jurisdiction>(
        "jurisdictions", "Jurisdictions", "Each place and agency that a report or a correction names with its state.",
        Read,
        JurisdictionColumns.All)
    {
        PrimaryKey = ["id"],
    };

    // The newest occurrence is used. There are a few thousand at most, regardless of the number of weeks.
    private static async IAsyncEnumerable<IEnumerable<Jurisdiction>> Read(
        ExportSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var named = new SortedDictionary<string, Jurisdiction>(StringComparer.Ordinal);
        foreach (var correction in source.View.Notices.SelectMany(notice => notice.Notice.Corrections)) Add(correction.Jurisdiction);
        await foreach (var published in source.Reports(cancellation))
        {
            foreach (var row in published.Report.HighestVolume) Add(row.Jurisdiction);
            foreach (var row in published.Report.Declines) Add(row.Jurisdiction);
            foreach (var row in published.Report.Listings) Add(row.Jurisdiction);
        }
        yield return named.Values;

        void Add(Jurisdiction jurisdiction)
        {
            if (jurisdiction.Id is { } id) named[id] = jurisdiction;
        }
    }
}
