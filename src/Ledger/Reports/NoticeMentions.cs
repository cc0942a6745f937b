using DetainerLedger.Places;

namespace DetainerLedger.Reports;

/// <summary>
/// Finds the notice of a report that names a place. What the notice states about the place is not interpreted.
/// </summary>
public sealed class NoticeMentions(IEnumerable<Notice> notices)
{
    private readonly List<(Notice Notice, PlaceMentions Mentions)> _notices =
        [.. notices.Select(notice => (notice, new PlaceMentions([notice.Text])))];

    /// <returns>The first such notice; null if none names the place.</returns>
    public Notice? Naming(Jurisdiction place) => _notices.Find(notice => notice.Mentions.Name(place)).Notice;
}
