using System.Text.Json;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class ListingsTable
{
    public static ExportTable Table { get; } = new ExportTable<PrintedRow<PolicyListing>>(
        "listings", "Jurisdictions listed",
        "Section III of the reports, row by row: jurisdictions listed for a policy that limits cooperation.",
        PrintedRows.Of(report => report.Listings),
        [
            .. PrintedRows.Fields<PolicyListing>(),
            .. PrintedRows.Jurisdiction<PrintedRow<PolicyListing>>(row => row.Row.Jurisdiction),
            new("aor", FieldType.Text, "The agency's area of responsibility.", row => row.Row.Aor),
            new("enacted", FieldType.Text, "When the policy was enacted, word for word: a month and year, a year, a day, or `Unknown`.",
                row => row.Row.Enacted),
            new("policy", FieldType.Text, "The policy, as the report words it.", row => row.Row.Policy),
            new("criteria", FieldType.Texts, "The criteria for honoring a detainer, in order.",
                row => Json(row.Row.Criteria)) { Required = true },
            new("asPrinted", FieldType.Text, "The place word for word.", row => row.Row.AsPrinted) { Required = true },
            .. PrintedRows.Source<PrintedRow<PolicyListing>>(row => row.Row.Source),
        ])
    {
        PrimaryKey = PrintedRows.Key,
        ForeignKeys = PrintedRows.ForeignKeys,
    };

    private static string Json(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, ApiJson.Web.IReadOnlyListString);
}
