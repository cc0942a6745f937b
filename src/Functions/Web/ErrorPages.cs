using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Pages.Errors;
using DetainerLedger.Places;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace DetainerLedger.Functions.Web;

/// <summary>Middleware that turns every error outside the API into a page that helps the reader on.</summary>
public sealed class ErrorPages(Site site, JurisdictionRegister register) : IFunctionsWorkerMiddleware, IProblemWriter
{
    private const int MostNear = 8;

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && IsOfPages(http.Request.Path)) http.Features.Set<IProblemWriter>(this);
        return next(context);
    }

    public async Task Write(Problem problem, HttpContext http)
    {
        var (title, detail) = Words(problem);
        var page = await site.Error(http.Request, new ErrorModel(problem.Status, title, detail, problem.Status == StatusCodes.Status404NotFound ? Nearest(http.Request.Path) : []));
        var response = http.Response;
        response.ContentType = ResponseFormat.Html.ContentType();
        response.ContentLength = page.Length;
        response.Headers.ContentSecurityPolicy = Site.Policy;
        await response.Body.WriteAsync(page, http.RequestAborted);
    }

    // From the register alone: an error page doesn't depend on storage.
    private IReadOnlyList<Jurisdiction> Nearest(PathString path)
    {
        var name = path.Value!.Split('/')[^1];
        // An id begins with the state: tx-travs-county.
        var text = name is [_, _, '-', ..] && register.FindState(name[..2]) is { } state ? $"{name[3..]} {state.Code}" : name;
        return NearestNames.Of(text.Replace('-', ' '), register.All, MostNear);
    }

    private static bool IsOfPages(PathString path) => !path.StartsWithSegments("/api") && !path.StartsWithSegments("/admin");

    // The API's words name its parameters and its documentation.
    private static (string Title, string Detail) Words(Problem problem) => problem.Code switch
    {
        "not-found" => ("There is no page at this address", "The address may be mistyped, or the page may have another name. Search for a place, or start at the latest week."),
        "week-not-found" => ("The ledger has no report for this week", "No report of this week has arrived, or none was known on the chosen day. A week is named by its first day, such as 2017-02-04."),
        "invalid-week" => ("This is not a week", "A week is named by its first day, such as 2017-02-04."),
        "jurisdiction-not-found" => ("The ledger knows no such place", "No report names it, and it is no county or state in the register of the Census Bureau. The name may be spelled differently."),
        "invalid-state" => ("This is not a state", "A state is named by its postal code, such as TX."),
        "invalid-as-of" => ("This is not a day", "The day in asOf is written as 2017-03-28."),
        "digest-not-found" => ("No digest has been composed for this week", "A digest is composed after a week's report has been published, and is known from then on."),
        "agency-not-found" => ("The ledger knows no such agency", "No report names it as the agency that held a person. The name may be spelled differently."),
        "invalid-cursor" => ("This list can't be continued here", "The address of the page is incomplete. Start at the beginning of the list."),
        "invalid-filter" => ("This can't be followed", "A place is named by its id, such as tx-travis-county, and a state by its postal code, such as TX. The form is on the page of each."),
        "invalid-body" => ("The form could not be read", "It was not sent as a form, or it is too long. Open the page again and send it from there."),
        "subscriptions-off" => ("This ledger sends no mail", "Feed readers can follow it: each page of a place has the address of its feed."),
        "internal-error" => ("Something went wrong", "The page could not be made. The error has been logged."),
        _ => (problem.Title, problem.Detail),
    };
}
