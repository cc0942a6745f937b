using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Rows of Section II.</summary>
/// <param name="Revision">The revision of the week that they come from, on all pages.</param>
public sealed record DeclineList(DateOnly Week, int Revision, IReadOnlyList<DeclinedDetainer> Declines, string? Next)
    : IPage<DeclinedDetainer>
{
    public static CsvTable<DeclinedDetainer> Table { get; } = new(
    [
        .. SharedColumns.Jurisdiction<DeclinedDetainer>(row => row.Jurisdiction),
        new("agency", row => row.Agency),
        new("citizenship", row => row.Citizenship),
        new("issued", row => row.Issued),
        new("declined", row => row.Declined),
        new("reason", row => row.Reason),
        new("activity", row => row.Activity),
        new("disposition", row => row.Disposition),
        new("asPrinted", row => row.AsPrinted),
        .. SharedColumns.Source<DeclinedDetainer>(row => row.Source),
    ]);

    IReadOnlyList<DeclinedDetainer> IPage<DeclinedDetainer>.Rows => Declines;
}
