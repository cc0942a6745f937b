using System.Runtime.CompilerServices;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class JurisdictionsTable
{
    public static FieldType Id { get; } = FieldType.Code("[a-z]{2}(-[a-z0-9]+)*");

    public static FieldType State { get; } = FieldType.Code("[A-Z]{2}");

    public static FieldType Kind { get; } = FieldType.Word("state", "county", "city", "agency", "tribe");

    public static FieldType Fips { get; } = FieldType.Code("[0-9]{2}([0-9]{3})?");

    public static ExportTable Table { get; } = new ExportTable<Jurisdiction>(
        "jurisdictions", "Jurisdictions", "Each place and agency that a report or a correction names, where its state was printed.",
        Read,
        [
            new("id", Id, "The postal code of the state and the name.", jurisdiction => jurisdiction.Id) { Required = true },
            new("name", FieldType.Text, "Its name.", jurisdiction => jurisdiction.Name) { Required = true },
            new("state", State, "The postal code of its state.", jurisdiction => jurisdiction.State) { Required = true },
            new("kind", Kind, "What it is.", jurisdiction => jurisdiction.Kind),
            new("fips", Fips, "Its FIPS code: two digits of a state, five of a county or of a city that is one with a county.",
                jurisdiction => jurisdiction.Fips),
        ])
    {
        PrimaryKey = ["id"],
    };

    // As the newest that names it has it. There are some thousands at most, however many weeks there are.
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
