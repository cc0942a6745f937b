using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Knowledge;

public sealed record MomentList(IReadOnlyList<KnowledgeDay> Moments, string? Next) : IPage<KnowledgeDay>
{
    /// <summary>One record for each day.</summary>
    public static CsvTable<KnowledgeDay> Table { get; } = new(
    [
        new("day", moment => moment.Day),
        new("learned.kind", moment => moment.Learned.Select(learned => learned.Kind.ToString().ToLowerInvariant())),
        new("learned.id", moment => moment.Learned.Select(learned => learned.Id)),
    ]);

    IReadOnlyList<KnowledgeDay> IPage<KnowledgeDay>.Rows => Moments;
}
