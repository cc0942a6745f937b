using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>How a body is encoded.</summary>
public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Picks the encoding of a body by <c>Accept-Encoding</c> (RFC 9110, 12.5.3).</summary>
public static class ContentCodings
{
    // In characters. The body for a longer header is not encoded.
    private const int LongestHeader = 512;

    /// <summary>The value of <c>Content-Encoding</c>, and what an entity tag ends in.</summary>
    public static string Name(this ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => "identity",
    };

    /// <returns>The one with the highest quality; of several, the smallest. A body that must not be sent as it is, and in no other way
    /// either, is sent as it is.</returns>
    public static ContentCoding Choose(HttpRequest request)
    {
        var header = request.Headers.AcceptEncoding;
        if (header.Count == 0 || header.ToString() is { Length: > LongestHeader }) return ContentCoding.Identity;
        if (!StringWithQualityHeaderValue.TryParseList(header, out var accepted)) return ContentCoding.Identity;

        var best = ContentCoding.Identity;
        // Of equal quality, an encoding is preferred to none.
        var quality = Explicit(accepted, "identity") ?? 0;
        foreach (var coding in (ReadOnlySpan<ContentCoding>)[ContentCoding.Gzip, ContentCoding.Brotli])
        {
            var found = Explicit(accepted, coding.Name()) ?? Explicit(accepted, "*") ?? 0;
            if (found > 0 && found >= quality) (best, quality) = (coding, found);
        }
        return best;
    }

    private static double? Explicit(IList<StringWithQualityHeaderValue> accepted, string name)
    {
        foreach (var value in accepted)
            if (value.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) return value.Quality ?? 1;
        return null;
    }
}
