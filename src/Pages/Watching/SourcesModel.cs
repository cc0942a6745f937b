using DetainerLedger.History;
using DetainerLedger.Watching;

namespace DetainerLedger.Pages.Watching;

/// <summary>The watched sources, and what happened to their files.</summary>
/// <param name="Files">Newest first.</param>
public sealed record SourcesModel(IReadOnlyList<SourceLine> Sources, IReadOnlyList<FileObserved> Files)
{
    public static SourcesModel Of(IReadOnlyList<Source> configured, IReadOnlyList<WatchedSource> known, LedgerView view) => new(
        [
            .. configured.Select(source => new SourceLine(source.Id, source, known.FirstOrDefault(state => state.Source == source.Id))),
            .. known.Where(state => configured.All(source => source.Id != state.Source)).Select(state => new SourceLine(state.Source, null, state)),
        ],
        [.. LedgerEvents.Of(view).OfType<FileObserved>()]);
}

/// <param name="Configured">Null for a source that is no longer watched.</param>
/// <param name="State">Null for a source that hasn't been looked at yet.</param>
public sealed record SourceLine(string Address, Source? Configured, WatchedSource? State);
