using DetainerLedger.Places;

namespace DetainerLedger.Reports;

/// <summary>
/// Which of a report's notices names a place. That it names it is all that can be told; what it says of it, a reader sees.
/// </summary>
public sealed class NoticeMentions(IEnumerable<Notice> notices)
{
    private readonly List<(Notice Notice, PlaceMentions Mentions)> _notices =
        [.. notices.Select(notice => (notice, new PlaceMentions([notice.Text])))];

    /// <returns>The first one, in their order; null when none does.</returns>
    public Notice? Naming(Jurisdiction place) => _notices.Find(notice => notice.Mentions.Name(place)).Notice;
}
