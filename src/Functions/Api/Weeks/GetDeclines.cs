using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The detainers that a week's report records as declined, in the order printed.</summary>
public sealed class GetDeclines(IIndexReader ledger, WeekQueries weeks, JurisdictionQueries jurisdictions, JurisdictionRegister register)
{
    [Function("GetDeclines")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks/{week}/declines")] HttpRequest request,
        string week)
    {
        if (!ListRequest.TryRead<RowFilter, RowPosition>(
            request, "declines", RowPosition.TryParse, query => RowFilter.Read(query, week, register), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (RowPosition.Revisit(view, asked.Filter.Week, asked.Page.After) is not { } revision) return Problems.WeekNotFound;

        var all = await weeks.Declines(view, revision, cancellation);
        if (asked.Filter.Jurisdiction is { } jurisdiction
            && !all.Any(row => row.Jurisdiction.Id == jurisdiction)
            && !await jurisdictions.IsNamed(view, jurisdiction, cancellation)) return Problems.JurisdictionNotFound("jurisdiction");

        var (rows, next) = asked.Page.CutRows(revision, all.Where(row => asked.Filter.Takes(row.Jurisdiction)));
        var list = new DeclineList(revision.Week, revision.Number, rows, next);
        return ApiResult.List(asked.Format, list, ApiJson.Web.DeclineList, DeclineList.Table).Of(view);
    }
}
