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
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests")] HttpRequest request)
    {
        var query = new Query(request);
        var asOf = query.AsOf();
        var page = query.Page<RevisionPosition>("digests", RevisionPosition.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var all = await digests.List(asOf, request.HttpContext.RequestAborted);
        var (rows, next) = page.Cut(
            all.Where(digest => page.After is not { } after || after.Precedes(digest.Week, digest.Revision)),
            digest => new RevisionPosition(digest.Week, digest.Revision).ToString());
        return ApiResult.List(format, new DigestList(rows, next), ApiJson.Web.DigestList, DigestList.Table);
    }
}
