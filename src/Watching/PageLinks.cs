using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace DetainerLedger.Watching.Http;

/// <summary>The links of a page that match a pattern.</summary>
public static class PageLinks
{
    private const int LongestAddress = 2048;

    /// <param name="page">The address of the page, which relative links refer to.</param>
    /// <param name="contentType">May name the encoding; otherwise the page does, or it is guessed.</param>
    /// <returns>The absolute addresses without fragments, each once, in the order of the page.</returns>
    public static async Task<IReadOnlyList<Uri>> Find(
        Uri page, ReadOnlyMemory<byte> body, string? contentType, Regex pattern, CancellationToken cancellation)
    {
        using var context = BrowsingContext.New(AngleSharp.Configuration.Default);
        // Nothing that the page refers to is loaded, and none of its scripts run.
        using var document = await context.OpenAsync(
            response =>
            {
                response.Content(new MemoryStream(body.ToArray()), shouldDispose: true).Address(page.AbsoluteUri);
                if (contentType is not null) response.Header("Content-Type", contentType);
            },
            cancellation);
        var found = new List<Uri>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in document.QuerySelectorAll("a[href], area[href]"))
        {
            var href = link switch
            {
                IHtmlAnchorElement anchor => anchor.Href,
                IHtmlAreaElement area => area.Href,
                _ => null,
            };
            if (href is null || href.Length > LongestAddress || !Uri.TryCreate(href, UriKind.Absolute, out var address)) continue;
            if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0) continue;
            var plain = new UriBuilder(address) { Fragment = "" }.Uri;
            if (pattern.IsMatch(plain.AbsoluteUri) && seen.Add(plain.AbsoluteUri)) found.Add(plain);
        }

        return found;
    }

    /// <summary>Whether the response is a page: by its type, or, without one, by its first bytes.</summary>
    public static bool IsPage(string? contentType, ReadOnlySpan<byte> body)
    {
        if (contentType is not null)
            return contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
                || contentType.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
        return body.IndexOf((byte)'<') is >= 0 and < 64;
    }
}
