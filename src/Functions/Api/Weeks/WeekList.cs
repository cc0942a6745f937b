using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Weeks;

/// <param name="Coverage">Of the whole ledger, the same on all pages.</param>
public sealed record WeekList(IReadOnlyList<WeekRow> Weeks, string? Next, WeekCoverage Coverage) : IPage<WeekRow>
{
    public static CsvTable<WeekRow> Table { get; } = new(WeekColumns.All);

    IReadOnlyList<WeekRow> IPage<WeekRow>.Rows => Weeks;
}
