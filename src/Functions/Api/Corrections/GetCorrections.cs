using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Corrections;

/// <summary>Each corrected count, with the notice that corrects it.</summary>
public sealed class GetCorrections(IIndexReader ledger)
{
    [Function("GetCorrections")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "corrections")] HttpRequest request)
    {
        var query = new Query(request);
        var asOf = query.AsOf();
        var page = query.Page<CorrectionPosition>("corrections", CorrectionPosition.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var view = await ledger.ReadView(asOf, request.HttpContext.RequestAborted);
        var (rows, next) = page.Cut(CorrectionPosition.Rest(CorrectionEntry.KnownIn(view), page.After), correction => correction.Id);
        return ApiResult.List(format, new CorrectionList(rows, next), ApiJson.Web.CorrectionList, CorrectionList.Table).Of(view);
    }
}
