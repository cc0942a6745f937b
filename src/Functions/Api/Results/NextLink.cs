using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>The <c>Link</c> to the next page (RFC 8288), for representations that have no room for <c>next</c>.</summary>
public static class NextLink
{
    public static string Of(HttpRequest request, string cursor)
    {
        // A key that came in the query stays out of what others may see and store.
        var query = new QueryBuilder(request.Query.Where(parameter => !Named(parameter.Key, "cursor") && !Named(parameter.Key, "code")))
        {
            { "cursor", cursor },
        };
        return $"<{request.PathBase}{request.Path}{query}>; rel=\"next\"";
    }

    private static bool Named(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
