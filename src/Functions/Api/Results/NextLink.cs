using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>The <c>Link</c> to the next page (RFC 8288), for representations without a <c>next</c> field.</summary>
public static class NextLink
{
    public static string Of(HttpRequest request, string cursor)
    {
        // A function key in the query must not appear in a link that may be shared or stored.
        var query = new QueryBuilder(request.Query.Where(parameter => !Named(parameter.Key, "cursor") && !Named(parameter.Key, "code")))
        {
            { "cursor", cursor },
        };
        return $"<{request.PathBase}{request.Path}{query}>; rel=\"next\"";
    }

    private static bool Named(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
