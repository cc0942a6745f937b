using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>A week by jurisdiction, one row for each, compared with the week before.</summary>
public sealed class GetWeekJurisdictions(IIndexReader ledger, JurisdictionQueries jurisdictions, JurisdictionRegister register)
{
    [Function("GetWeekJurisdictions")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks/{week}/jurisdictions")] HttpRequest request,
        string week)
    {
        if (!ListRequest.TryRead<RowFilter, RowPosition>(
            request,
            "jurisdictions of a week",
            RowPosition.TryParse,
            query => RowFilter.ReadState(query, week, register),
            out var asked,
            out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (RowPosition.Revisit(view, asked.Filter.Week, asked.Page.After) is not { } revision) return Problems.WeekNotFound;

        var all = await jurisdictions.Week(view, revision, cancellation);
        var (rows, next) = asked.Page.CutRows(revision, all.Rows.Where(row => asked.Filter.Takes(row.Jurisdiction)));
        var list = new WeekJurisdictionList(revision.Week, revision.Number, all.PreviousWeek, all.WithoutState, rows, next);
        return ApiResult.List(asked.Format, list, ApiJson.Web.WeekJurisdictionList, WeekJurisdictionList.Table).Of(view);
    }
}
