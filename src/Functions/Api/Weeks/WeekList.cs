using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Weeks;

public sealed record WeekList(IReadOnlyList<WeekRow> Weeks, string? Next) : IPage<WeekRow>
{
    public static CsvTable<WeekRow> Table { get; } = new(WeekColumns.All);

    IReadOnlyList<WeekRow> IPage<WeekRow>.Rows => Weeks;
}
