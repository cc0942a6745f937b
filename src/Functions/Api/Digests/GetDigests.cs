using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Digests;

/// <summary>Every digest that was composed: the newest week first, and of one week the newest revision.</summary>
public sealed class GetDigests(DigestQueries digests)
{
    [Function("GetDigests")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/digests")] HttpRequest request)
    {
        if (!ListRequest.TryRead<NoFilter, RevisionPosition>(
            request, "digests", RevisionPosition.TryParse, NoFilter.Read, out var asked, out var problem)) return problem;

        var all = await digests.List(asked.AsOf, request.HttpContext.RequestAborted);
        var (rows, next) = asked.Page.Of(all, digest => new RevisionPosition(digest.Week, digest.Revision));
        return ApiResult.List(asked.Format, new DigestList(rows, next), ApiJson.Web.DigestList, DigestList.Table);
    }
}
