using System.Globalization;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Agencies;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The rows of a jail or another agency.</summary>
public sealed class ShowAgency(IIndexReader ledger, AgencyQueries agencies, Site site)
{
    [Function("ShowAgency")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "agencies/{id}")] HttpRequest request,
        string id)
    {
        if (!ListRequest.TryRead<NoFilter, int>(
            request, $"page of {id}", IsCount, NoFilter.Read, out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (await agencies.Find(view, id, cancellation) is not { } history) return Problems.AgencyNotFound;

        var skipped = asked.Page.After ?? 0;
        var (rows, next) = asked.Page.Cut(
            history.Rows.Skip(skipped), _ => (skipped + asked.Page.Limit).ToString(CultureInfo.InvariantCulture));
        return await site.Page<AgencyPage, AgencyModel>(request, asked.AsOf, view, new AgencyModel(history, rows, view.Weeks, next));
    }

    private static bool IsCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
