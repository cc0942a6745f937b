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
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/digests/{week}")] HttpRequest request,
        string week)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.OfDigests, query => query.Week(week), out var asked, out var problem)) return problem;

        return await digests.Find(asked.Target, asked.AsOf, request.HttpContext.RequestAborted) is { } digest
            ? DigestResult.Of(digest, asked.Format)
            : Problems.DigestNotFound;
    }
}
