using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Rows of Section II.</summary>
/// <param name="Revision">The revision of the week that the rows come from, the same on all pages.</param>
public sealed record DeclineList(DateOnly Week, int Revision, IReadOnlyList<DeclinedDetainer> Declines, string? Next)
    : IPage<DeclinedDetainer>
{
    public static CsvTable<DeclinedDetainer> Table { get; } = new(DeclineColumns.All);

    IReadOnlyList<DeclinedDetainer> IPage<DeclinedDetainer>.Rows => Declines;
}
