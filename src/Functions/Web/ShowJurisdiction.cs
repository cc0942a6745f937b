using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Jurisdictions;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The page of a place, whether or not a report names it.</summary>
public sealed class ShowJurisdiction(IIndexReader ledger, PlaceStories places, JurisdictionRegister register, Site site)
{
    [Function("ShowJurisdiction")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "jurisdictions/{id}")] HttpRequest request,
        string id)
    {
        if (!ListRequest.TryRead<DateOnly?, DayPosition>(
            request, $"page of {id}", DayPosition.TryParse, query => query.Day("week"), out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;
        if (JurisdictionNames.IdOf(register, id) is not { } jurisdiction) return Problems.JurisdictionNotFound("id");

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (await places.Find(view, jurisdiction, cancellation) is not { } story) return Problems.JurisdictionNotFound("id");

        var all = story.History?.Weeks ?? [];
        if (asked.Filter is { } chosen && all.All(week => week.Week != chosen)) return Problems.WeekNotFound;

        var (weeks, next) = asked.Page.Of(all, week => new DayPosition(week.Week));
        var rows = all.FirstOrDefault(week => week.Declined > 0 && (asked.Filter is null || week.Week == asked.Filter));
        return await site.Page<JurisdictionPage, JurisdictionModel>(
            request, asked.AsOf, view, new JurisdictionModel(story, view.Weeks, weeks, rows, next));
    }
}
