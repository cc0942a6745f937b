using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>Picks a representation by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
public static class AcceptHeader
{
    /// <param name="offered">The available types, preferred first.</param>
    /// <returns>Null when none of them is acceptable. The first one if the header is missing or malformed.</returns>
    public static ResponseFormat? Choose(StringValues accept, IReadOnlyList<ResponseFormat> offered)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0) return offered[0];
        var (best, quality) = offered
            .Select(format => (format, Quality(format, ranges)))
            .Aggregate((best, next) => next.Item2 > best.Item2 ? next : best);
        return quality > 0 ? best : null;
    }

    // The most specific range that covers a type decides, even if it excludes the type.
    private static double Quality(ResponseFormat format, IEnumerable<MediaTypeHeaderValue> ranges) => ranges
        .Select(range => (Specificity: Specificity(format.MediaType(), range), Quality: range.Quality ?? 1))
        .Where(match => match.Specificity > 0)
        .OrderByDescending(match => match.Specificity)
        .ThenByDescending(match => match.Quality)
        .FirstOrDefault()
        .Quality;

    private static int Specificity(string mediaType, MediaTypeHeaderValue range) =>
        range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3
        : range.MatchesAllTypes ? 1
        : range.MatchesAllSubTypes && mediaType.AsSpan(0, mediaType.IndexOf('/')).Equals(range.Type, StringComparison.OrdinalIgnoreCase) ? 2
        : 0;
}
