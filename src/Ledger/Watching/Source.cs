using System.Text.RegularExpressions;

namespace DetainerLedger.Watching;

/// <summary>A watched source: a page whose links match a pattern, or the address of a file.</summary>
/// <param name="Address">The absolute address of the page or of the file. It identifies the source.</param>
/// <param name="Link">Matches the absolute addresses of the files that the page links; null for a file.</param>
/// <param name="Every">The time between two looks.</param>
public sealed record Source(Uri Address, Regex? Link, TimeSpan Every)
{
    public string Id => Address.AbsoluteUri;

    public bool IsPage => Link is not null;

    /// <summary>Whether the page may turn out to be a file, which is then watched.</summary>
    public bool MayBeFile { get; init; }
}
