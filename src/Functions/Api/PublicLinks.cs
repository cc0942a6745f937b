using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Api;

/// <summary>
/// Absolute links to the app. Forwarding headers such as <c>X-Forwarded-Host</c> are ignored: any client can send them, and a
/// shared cache would store the response. On Azure the worker has already set the host name received by the front end.
/// </summary>
public sealed class PublicLinks(IOptions<ApiOptions> options)
{
    /// <param name="path">A path with its query, such as <c>/api/weeks</c>.</param>
    public string To(HttpRequest request, string path) =>
        $"{(options.Value.PublicUrl is { Length: > 0 } url ? url : $"{request.Scheme}://{request.Host.ToUriComponent()}")}{path}";

    /// <summary>The URL of the request with only the given parameters: without the key and without ignored parameters.</summary>
    public string Self(HttpRequest request, params IReadOnlyCollection<string> parameters)
    {
        var named = request.Query.Where(parameter => parameters.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase));
        return To(request, $"{request.Path}{new QueryBuilder(named)}");
    }
}
