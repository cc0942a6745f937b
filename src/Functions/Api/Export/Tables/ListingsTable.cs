using System.Text.Json;
using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Export.Tables;

public static class ListingsTable
{
    public static ExportTable Table { get; } = new ExportTable<PrintedRow<PolicyListing>>(
        "listings", "Jurisdictions listed",
        "Section III of the reports, row by row: jurisdictions listed for a policy that limits cooperation.",
        PrintedRows.Of(CorrectedSection.Listed, report => report.Listings, row => row.Source),
        PrintedRows.Columns(ListingColumns.All.Select(column => column.Name == "criteria" ? WithJson(column) : column)))
    {
        PrimaryKey = PrintedRows.Key,
        ForeignKeys = PrintedRows.ForeignKeys,
    };

    // CSV lists join the criteria into one text; the data package declares the field as an array.
    private static Column<PolicyListing> WithJson(Column<PolicyListing> criteria) => criteria with { Value = row => Json(row.Criteria) };

    private static string Json(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, ApiJson.Web.IReadOnlyListString);
}
