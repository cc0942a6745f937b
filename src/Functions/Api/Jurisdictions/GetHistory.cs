using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Jurisdictions;

/// <summary>What the reports state about one jurisdiction, week by week, newest first.</summary>
public sealed class GetHistory(IIndexReader ledger, JurisdictionQueries jurisdictions, JurisdictionRegister register)
{
    [Function("GetHistory")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/jurisdictions/{id}/history")] HttpRequest request,
        string id) => History(request, id);

    /// <summary>A jurisdiction's own path returns its history.</summary>
    [Function("GetJurisdiction")]
    public Task<IResult> RunForOne(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/jurisdictions/{id}")] HttpRequest request,
        string id) => History(request, id);

    private async Task<IResult> History(HttpRequest request, string id)
    {
        if (!ListRequest.TryRead<(DateOnly? From, DateOnly? To), DayPosition>(
            request, $"history of {id}", DayPosition.TryParse, query => query.Range(), out var asked, out var problem)) return problem;
        if (JurisdictionNames.IdOf(register, id) is not { } jurisdiction) return Problems.JurisdictionNotFound("id");

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (await jurisdictions.History(view, jurisdiction, asked.Filter.From, asked.Filter.To, cancellation) is not { } history) return Problems.JurisdictionNotFound("id");

        var (weeks, next) = asked.Page.Of(history.Weeks, week => new DayPosition(week.Week));
        var answer = new HistoryPage(history.Jurisdiction, history.Totals, weeks, next);
        return ApiResult.List(asked.Format, answer, ApiJson.Web.HistoryPage, HistoryPage.Table).Of(view);
    }
}
