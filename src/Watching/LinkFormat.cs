using System.Globalization;
using System.Text;

namespace DetainerLedger.Watching.Http;

/// <summary>Reads a Memento TimeMap in link format (RFC 7089, RFC 6690).</summary>
public static class LinkFormat
{
    /// <returns>The links, in the order of the file. An entry that isn't a link is skipped.</returns>
    public static IReadOnlyList<TimeMapLink> Parse(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        var links = new List<TimeMapLink>();
        var at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            var end = text.IndexOf('>', at);
            if (end < 0) break;
            var address = text[(at + 1)..end].Trim();
            at = end + 1;
            var attributes = Attributes(text, ref at);
            links.Add(new TimeMapLink(
                address,
                [.. attributes.GetValueOrDefault("rel", "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                DateTimeOffset.TryParseExact(
                    attributes.GetValueOrDefault("datetime"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                    ? moment
                    : null));
        }

        return links;
    }

    private static Dictionary<string, string> Attributes(string text, ref int at)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (at < text.Length && text[at] != ',')
        {
            if (text[at] is ';' or ' ' or '\t' or '\r' or '\n')
            {
                at++;
                continue;
            }

            var name = at;
            while (at < text.Length && text[at] is not ('=' or ';' or ',')) at++;
            var key = text[name..at].Trim();
            var value = "";
            if (at < text.Length && text[at] == '=')
            {
                at++;
                var quoted = at < text.Length && text[at] == '"';
                var end = quoted ? text.IndexOf('"', at + 1) : text.AsSpan(at).IndexOfAny(';', ',') is >= 0 and var n ? at + n : text.Length;
                if (end < 0) end = text.Length;
                value = quoted ? text[(at + 1)..end] : text[at..end].Trim();
                at = quoted ? Math.Min(end + 1, text.Length) : end;
            }

            attributes.TryAdd(key, value);
        }

        return attributes;
    }
}

/// <param name="Relations">Such as <c>original</c>, <c>timemap</c>, or <c>first</c> and <c>memento</c>.</param>
/// <param name="Moment">When the archive captured a memento.</param>
public sealed record TimeMapLink(string Address, IReadOnlyList<string> Relations, DateTimeOffset? Moment)
{
    public bool IsMemento => Relations.Contains("memento", StringComparer.OrdinalIgnoreCase);
}
