using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Agencies;

/// <summary>An agency and its rows, newest week first.</summary>
public sealed class GetAgency(IIndexReader ledger, AgencyQueries agencies)
{
    [Function("GetAgency")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agencies/{id}")] HttpRequest request,
        string id)
    {
        if (!ListRequest.TryRead<NoFilter, AgencyRowPosition>(
            request, $"agency {id}", AgencyRowPosition.TryParse, NoFilter.Read, out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (await agencies.Find(view, id, cancellation) is not { } history) return Problems.AgencyNotFound;

        var numbered = history.Rows.GroupBy(row => row.Week)
            .SelectMany(week => week.Select((row, i) => (Position: new AgencyRowPosition(week.Key, i), Row: row)));
        var (rows, next) = asked.Page.Of(numbered, row => row.Position);
        var page = new AgencyPage(history.Agency, [.. rows.Select(row => AgencyDecline.Of(row.Row))], next);
        return ApiResult.List(asked.Format, page, ApiJson.Web.AgencyPage, AgencyPage.Table).Of(view);
    }
}
