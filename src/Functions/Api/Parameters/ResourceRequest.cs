using System.Diagnostics.CodeAnalysis;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The validated parameters of a request for a single resource.</summary>
/// <param name="Target">The resource that the path names.</param>
/// <param name="AsOf">The requested moment; null for now.</param>
public sealed record ResourceRequest<TTarget>(TTarget Target, DateTimeOffset? AsOf, ResponseFormat Format);

public static class ResourceRequest
{
    /// <summary>Reads the path, <c>asOf</c> and the format, in this order, or returns the first problem.</summary>
    /// <param name="formats">The available formats, preferred first.</param>
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
