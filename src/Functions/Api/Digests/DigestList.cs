using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Results;

namespace DetainerLedger.Functions.Api.Digests;

public sealed record DigestList(IReadOnlyList<DigestHeading> Digests, string? Next) : IPage<DigestHeading>
{
    public static CsvTable<DigestHeading> Table { get; } = new(
    [
        new("week", digest => digest.Week),
        new("revision", digest => digest.Revision),
        new("composedAt", digest => digest.ComposedAt),
        new("headline", digest => digest.Headline),
    ]);

    IReadOnlyList<DigestHeading> IPage<DigestHeading>.Rows => Digests;
}
