using System.Xml;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Watching;

namespace DetainerLedger.Functions.Api.Sources;

public sealed record SourceRows(IReadOnlyList<SourceRow> Sources, string? Next) : IPage<SourceRow>
{
    public static CsvTable<SourceRow> Table { get; } = new(
    [
        new("source", row => row.Source),
        new("kind", row => row.Kind),
        new("link", row => row.Link),
        new("every", row => row.Every),
        new("watched", row => row.Watched),
        new("watchedSince", row => row.WatchedSince),
        new("lookedAt", row => row.LookedAt),
        new("answeredAt", row => row.AnsweredAt),
        new("status", row => row.Status),
        new("error", row => row.Error),
        new("changedAt", row => row.ChangedAt),
        new("links", row => row.Links),
        new("limit", row => row.Limit),
    ]);

    IReadOnlyList<SourceRow> IPage<SourceRow>.Rows => Sources;
}

/// <summary>A source that is watched, or was.</summary>
/// <param name="Source">The address of the page or file.</param>
/// <param name="Kind"><c>page</c> or <c>file</c>; null for a source that is no longer configured.</param>
/// <param name="Link">The regular expression over the addresses that the page links.</param>
/// <param name="Every">The time between two looks, as an ISO 8601 duration.</param>
/// <param name="Watched">Whether it is configured now.</param>
/// <param name="AnsweredAt">When it last answered, even if with its absence.</param>
/// <param name="Status">What it answered at the last look.</param>
/// <param name="Error">Why the last look failed; null if it didn't.</param>
/// <param name="ChangedAt">When a file of it last appeared, changed, disappeared or returned.</param>
/// <param name="Limit">Why not every linked file is watched; null if all are.</param>
public sealed record SourceRow(
    string Source,
    string? Kind,
    string? Link,
    string? Every,
    bool Watched,
    DateTimeOffset? WatchedSince,
    DateTimeOffset? LookedAt,
    DateTimeOffset? AnsweredAt,
    int? Status,
    string? Error,
    DateTimeOffset? ChangedAt,
    int? Links,
    string? Limit)
{
    /// <summary>The configured sources in their order, then those that are no longer configured.</summary>
    public static IReadOnlyList<SourceRow> Of(IReadOnlyList<Source> configured, IReadOnlyList<WatchedSource> known)
    {
        var states = known.ToDictionary(state => state.Source, StringComparer.Ordinal);
        return
        [
            .. configured.Select(source => Of(source.Id, source, states.GetValueOrDefault(source.Id))),
            .. known.Where(state => configured.All(source => source.Id != state.Source)).Select(state => Of(state.Source, null, state)),
        ];
    }

    private static SourceRow Of(string address, Source? source, WatchedSource? state) => new(
        address,
        source is null ? null : source.IsPage ? "page" : "file",
        source?.Link?.ToString(),
        source is null ? null : XmlConvert.ToString(source.Every),
        source is not null,
        state?.WatchedSince,
        state?.LastLookAt,
        state?.LastReadAt,
        state?.LastStatus,
        state?.LastError,
        state?.LastChangeAt,
        state?.Links,
        state?.Limit);
}
