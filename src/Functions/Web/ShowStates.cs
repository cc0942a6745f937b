using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.States;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The states side by side, and the page of each.</summary>
public sealed class ShowStates(IIndexReader ledger, JurisdictionQueries jurisdictions, JurisdictionRegister register, Site site)
{
    [Function("ShowStates")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "states")] HttpRequest request)
    {
        if (!ResourceRequest.TryRead(
            request, ResponseFormats.HtmlOnly, query => query.Word<StateMeasure>("measure"), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var from = view.Weeks.Take(StatesModel.MostWeeks).LastOrDefault()?.Week;
        var rows = await jurisdictions.States(view, from, to: null, cancellation);
        return await site.Page<StatesPage, StatesModel>(request, asked.AsOf, view, new StatesModel([.. rows], asked.Target ?? default));
    }

    [Function("ShowState")]
    public async Task<IResult> RunForOne(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "states/{state}")] HttpRequest request,
        string state)
    {
        if (!ListRequest.TryRead<State?, DayPosition>(
            request, $"page of {state}", DayPosition.TryParse, query => query.State(register, state), out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        var history = await jurisdictions.State(view, asked.Filter!, cancellation);
        var (weeks, next) = asked.Page.Of(history.Weeks, week => new DayPosition(week.Week));
        return await site.Page<StatePage, StateModel>(request, asked.AsOf, view, new StateModel(history, weeks, next));
    }
}
