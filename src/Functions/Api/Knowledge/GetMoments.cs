using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Knowledge;

/// <summary>The days on which something became known, newest first: the values of <c>asOf</c> that differ from each other.</summary>
public sealed class GetMoments(IIndexReader ledger)
{
    [Function("GetMoments")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/moments")] HttpRequest request)
    {
        if (!ListRequest.TryRead<NoFilter, DayPosition>(request, "moments", DayPosition.TryParse, NoFilter.Read, out var asked, out var problem)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        var days = KnowledgeMoments.Of(view, asked.AsOf ?? DateTimeOffset.MaxValue);
        var (rows, next) = asked.Page.Of(days, moment => new DayPosition(moment.Day));
        return ApiResult.List(asked.Format, new MomentList(rows, next), ApiJson.Web.MomentList, MomentList.Table).Of(view);
    }
}
