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
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/corrections")] HttpRequest request)
    {
        if (!ListRequest.TryRead<NoFilter, CorrectionPosition>(
            request, "corrections", CorrectionPosition.TryParse, NoFilter.Read, out var asked, out var problem)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        var (rows, next) = asked.Page.Cut(CorrectionPosition.Rest(CorrectionEntry.KnownIn(view), asked.Page.After), correction => correction.Id);
        return ApiResult.List(asked.Format, new CorrectionList(rows, next), ApiJson.Web.CorrectionList, CorrectionList.Table).Of(view);
    }
}
