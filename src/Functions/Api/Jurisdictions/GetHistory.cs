using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Jurisdictions;

/// <summary>What the reports say of one jurisdiction, week by week, the newest first.</summary>
public sealed class GetHistory(IIndexReader ledger, JurisdictionQueries jurisdictions, JurisdictionRegister register)
{
    [Function("GetHistory")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "jurisdictions/{id}/history")] HttpRequest request,
        string id) => Tell(request, id);

    /// <summary>A jurisdiction is its history.</summary>
    [Function("GetJurisdiction")]
    public Task<IResult> RunForOne(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "jurisdictions/{id}")] HttpRequest request,
        string id) => Tell(request, id);

    private async Task<IResult> Tell(HttpRequest request, string id)
    {
        var query = new Query(request);
        var asOf = query.AsOf();
        var (from, to) = query.Range();
        var page = query.Page<DateOnly>($"history of {id}", Days.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;
        if (JurisdictionNames.IdOf(register, id) is not { } jurisdiction) return Problems.JurisdictionNotFound("id");

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        if (await jurisdictions.History(view, jurisdiction, from, to, cancellation) is not { } history) return Problems.JurisdictionNotFound("id");

        var (weeks, next) = page.Cut(
            history.Weeks.Where(week => page.After is null || week.Week < page.After), week => ReportingWeek.Name(week.Week));
        var answer = new HistoryPage(history.Jurisdiction, history.Totals, weeks, next);
        return ApiResult.List(format, answer, ApiJson.Web.HistoryPage, HistoryPage.Table).Of(view);
    }
}
