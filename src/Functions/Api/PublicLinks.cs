using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Api;

/// <summary>
/// Absolute links to the app. What a request forwards about its own way (<c>X-Forwarded-Host</c>) is not looked at: anybody
/// can send it, and a cache would keep the answer for all. On Azure the worker has already set the host from the one in front.
/// </summary>
public sealed class PublicLinks(IOptions<ApiOptions> options)
{
    /// <param name="path">As <c>/api/weeks</c>, with its query.</param>
    public string To(HttpRequest request, string path) =>
        $"{(options.Value.PublicUrl is { Length: > 0 } url ? url : $"{request.Scheme}://{request.Host.ToUriComponent()}")}{path}";

    /// <summary>The request itself, with those of its parameters that are named: no key, and nothing that is ignored.</summary>
    public string Self(HttpRequest request, params IReadOnlyCollection<string> parameters)
    {
        var named = request.Query.Where(parameter => parameters.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase));
        return To(request, $"{request.Path}{new QueryBuilder(named)}");
    }
}
