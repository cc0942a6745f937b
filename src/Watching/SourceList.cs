using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Watching.Http;

/// <summary>The configured sources, and the hosts that requests may go to.</summary>
public sealed class SourceList
{
    private readonly HashSet<string> _hosts;

    public SourceList(IOptions<WatchOptions> options)
    {
        Sources = [.. options.Value.Items.Select(item => new Source(
            new Uri(item.Page ?? item.File!), item.Page is null ? null : Pattern(item.Link!), item.Every) { MayBeFile = item.MayBeFile })];
        _hosts = Sources.Select(source => source.Address.Authority)
            .Concat(options.Value.Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Source> Sources { get; }

    public bool Allows(Uri address) => _hosts.Contains(address.Authority);

    /// <summary>Matching takes time in proportion to the address, whatever the pattern: a page must not be able to slow it down.</summary>
    /// <exception cref="ArgumentException">It is not a regular expression.</exception>
    /// <exception cref="NotSupportedException">It uses backreferences or look-around.</exception>
    public static Regex Pattern(string link) => new(link, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
