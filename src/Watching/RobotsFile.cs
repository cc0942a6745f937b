using System.Buffers;
using System.Text;

namespace DetainerLedger.Watching.Http;

/// <summary>The rules of a <c>robots.txt</c> for this program (RFC 9309): those of the group that names it, otherwise those for all.</summary>
public sealed class RobotsFile
{
    /// <summary>The name of this program in user agents and in <c>robots.txt</c>.</summary>
    public const string Product = "DetainerLedger";

    private const int MostRules = 5000;

    private static readonly SearchValues<char> TokenLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private readonly IReadOnlyList<(string Pattern, bool Allows)> _rules;

    private RobotsFile(IReadOnlyList<(string, bool)> rules) => _rules = rules;

    public static RobotsFile AllowsAll { get; } = new([]);

    public static RobotsFile Parse(ReadOnlySpan<byte> bytes)
    {
        List<(string, bool)> own = [], all = [];
        var (inOwn, inAll, agents, foundOwn) = (false, false, false, false);
        foreach (var line in Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split(['\n', '\r']))
        {
            var text = line.AsSpan();
            if (text.IndexOf('#') is >= 0 and var comment) text = text[..comment];
            var colon = text.IndexOf(':');
            if (colon < 0) continue;
            var (key, value) = (text[..colon].Trim().ToString().ToLowerInvariant(), text[(colon + 1)..].Trim().ToString());
            if (key == "user-agent")
            {
                // Several lines in a row begin one group.
                if (!agents) (inOwn, inAll) = (false, false);
                agents = true;
                if (value == "*") inAll = true;
                else if (Token(value).Equals(Product, StringComparison.OrdinalIgnoreCase)) inOwn = foundOwn = true;
            }
            else if (key is "allow" or "disallow")
            {
                agents = false;
                if (value.Length == 0) continue;
                if (inOwn && own.Count < MostRules) own.Add((value, key == "allow"));
                if (inAll && all.Count < MostRules) all.Add((value, key == "allow"));
            }
        }

        return new RobotsFile(foundOwn ? own : all);
    }

    /// <param name="path">The path and query of an address.</param>
    public bool Allows(string path)
    {
        // The longest matching rule decides, and of two of the same length the one that allows.
        var (longest, allows) = (-1, true);
        foreach (var rule in _rules)
        {
            if (rule.Pattern.Length < longest || (rule.Pattern.Length == longest && !rule.Allows) || !Matches(rule.Pattern, path)) continue;
            (longest, allows) = (rule.Pattern.Length, rule.Allows);
        }

        return allows;
    }

    private static string Token(string value)
    {
        var end = value.AsSpan().IndexOfAnyExcept(TokenLetters);
        return end < 0 ? value : value[..end];
    }

    private static bool Matches(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var parts = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (toEnd && i == parts.Length - 1) return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + parts[i].Length;
        }

        return !toEnd || at == path.Length;
    }
}
