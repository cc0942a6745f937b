using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Digests;

/// <summary>The digest of a week.</summary>
public sealed class GetDigest(DigestQueries digests)
{
    [Function("GetDigest")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests/{week}")] HttpRequest request,
        string week)
    {
        var query = new Query(request);
        var asked = query.Week(week);
        var asOf = query.AsOf();
        var format = query.Format(ResponseFormats.OfDigests);
        if (query.Problem is { } problem) return problem;

        return await digests.Find(asked, asOf, request.HttpContext.RequestAborted) is { } digest
            ? DigestResult.Of(digest, format)
            : Problems.DigestNotFound;
    }
}
