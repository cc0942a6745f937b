using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The detainers that a week's report records as declined, in its order.</summary>
public sealed class GetDeclines(IReportReader ledger, JurisdictionQueries jurisdictions, JurisdictionRegister register)
{
    [Function("GetDeclines")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "weeks/{week}/declines")] HttpRequest request,
        string week)
    {
        var query = new Query(request);
        var asked = query.Week(week);
        var asOf = query.AsOf();
        var state = query.State(register);
        var jurisdiction = query.Jurisdiction(register);
        var page = query.Page<RowPosition>("declines", RowPosition.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        if (RowPosition.Revisit(view, asked, page.After) is not { } revision) return Problems.WeekNotFound;

        var all = (await ledger.ReadReport(revision, cancellation)).Report.Declines;
        if (jurisdiction is not null
            && !all.Any(row => row.Jurisdiction.Id == jurisdiction)
            && !await jurisdictions.IsNamed(view, jurisdiction, cancellation)) return Problems.JurisdictionNotFound("jurisdiction");

        var (rows, next) = page.CutRows(revision, all.Where(row =>
            (state is null || row.Jurisdiction.State == state) && (jurisdiction is null || row.Jurisdiction.Id == jurisdiction)));
        var list = new DeclineList(revision.Week, revision.Number, rows, next);
        return ApiResult.List(format, list, ApiJson.Web.DeclineList, DeclineList.Table).Of(view);
    }
}
