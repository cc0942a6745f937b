using DetainerLedger.Functions.Api.Export.Tables;

namespace DetainerLedger.Functions.Api.Export;

public static class ExportTables
{
    public static IReadOnlyList<ExportTable> All { get; } =
    [
        WeeksTable.Table, DeclinesTable.Table, ListingsTable.Table, IssuedTable.Table, JurisdictionsTable.Table, CorrectionsTable.Table,
    ];

    public static ExportTable? Find(string name) => All.FirstOrDefault(table => table.Name == name);
}
