using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Watching;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Sources;

/// <summary>What looks at the watched sources found, newest first.</summary>
public sealed class GetCaptures(ICaptureStore captures)
{
    [Function("GetCaptures")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/captures")] HttpRequest request)
    {
        var query = new Query(request);
        var source = query.Source();
        var page = query.Page<CapturePosition>("captures", CapturePosition.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var found = await captures.ListCaptures(source, page.Limit + 1, page.After?.Id, request.HttpContext.RequestAborted);
        var (rows, next) = page.Cut(found, capture => capture.Id);
        var list = new CaptureList([.. rows.Select(CaptureRow.Of)], next);
        return ApiResult.List(format, list, ApiJson.Web.CaptureList, CaptureList.Table) with { CacheControl = Caching.Revalidated };
    }
}
