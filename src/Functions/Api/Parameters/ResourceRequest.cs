using System.Diagnostics.CodeAnalysis;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The request of a single resource, read as a whole.</summary>
/// <param name="Target">What the path names.</param>
/// <param name="AsOf">The moment whose knowledge is asked for; null for now.</param>
public sealed record ResourceRequest<TTarget>(TTarget Target, DateTimeOffset? AsOf, ResponseFormat Format);

public static class ResourceRequest
{
    /// <summary>Reads the path, <c>asOf</c> and the format, in this order; or finds the first that can't be right.</summary>
    /// <param name="formats">That are offered, the preferred first.</param>
    /// <param name="target">Reads the path.</param>
    public static bool TryRead<TTarget>(
        HttpRequest request,
        IReadOnlyList<ResponseFormat> formats,
        Func<Query, TTarget> target,
        [NotNullWhen(true)] out ResourceRequest<TTarget>? read,
        [NotNullWhen(false)] out Problem? problem)
    {
        var query = new Query(request);
        var found = new ResourceRequest<TTarget>(target(query), query.AsOf(), query.Format(formats));
        problem = query.Problem;
        read = problem is null ? found : null;
        return problem is null;
    }
}
