using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LocalHost.Host.Http;

/// <summary>What the body of a request may have at most, in bytes: the Functions host's limit, and its setting.</summary>
internal sealed record BodyLimit(long Limit)
{
    private const string Setting = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";
    private const long Standard = 104_857_600;

    public static BodyLimit Of(IConfiguration configuration) =>
        new(long.TryParse(configuration[Setting], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : Standard);
}
