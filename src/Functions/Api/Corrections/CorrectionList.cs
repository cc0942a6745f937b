using DetainerLedger.Functions.Api.Columns;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Corrections;

public sealed record CorrectionList(IReadOnlyList<CorrectionEntry> Corrections, string? Next) : IPage<CorrectionEntry>
{
    public static CsvTable<CorrectionEntry> Table { get; } = new(CorrectionColumns.All);

    IReadOnlyList<CorrectionEntry> IPage<CorrectionEntry>.Rows => Corrections;
}
