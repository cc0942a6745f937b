using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>Rows of Section II.</summary>
/// <param name="Revision">The revision of the week that the rows come from, the same on all pages.</param>
public sealed record DeclineList(DateOnly Week, int Revision, IReadOnlyList<DeclineRow> Declines, string? Next) : IPage<DeclineRow>
{
    public static CsvTable<DeclineRow> Table { get; } =
        new([.. DeclineColumns.All.Within((DeclineRow row) => row), .. QuestionColumns.Of<DeclineRow>(row => row.Questions)]);

    IReadOnlyList<DeclineRow> IPage<DeclineRow>.Rows => Declines;
}
