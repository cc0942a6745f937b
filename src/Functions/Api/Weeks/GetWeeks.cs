using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The weeks in the ledger, newest first.</summary>
public sealed class GetWeeks(IIndexReader ledger)
{
    [Function("GetWeeks")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks")] HttpRequest request)
    {
        if (!ListRequest.TryRead<NoFilter, DayPosition>(request, "weeks", DayPosition.TryParse, NoFilter.Read, out var asked, out var problem)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        var (weeks, next) = asked.Page.Of(view.Weeks, revision => new DayPosition(revision.Week));
        var rows = weeks.Select(WeekRow.Of).ToList();
        return ApiResult.List(asked.Format, new WeekList(rows, next, WeekCoverage.Of(view)), ApiJson.Web.WeekList, WeekList.Table).Of(view);
    }
}
