using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Errors;
using DetainerLedger.Pages.Layout;
using DetainerLedger.Pages.Sources;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Web;

/// <summary>Renders pages as responses. They have the same headers and are cached in the same way as the responses of the API.</summary>
public sealed class Site(PageRenderer renderer, SiteSettings settings)
{
    /// <summary>A page loads its style sheet, scripts and images from this app, and nothing inline.</summary>
    public const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] Unshown = ["asOf", "code", "format"];

    /// <summary>A page that depends on nothing but the ledger: it is cached until that changes.</summary>
    public async Task<ApiResult> Page<TPage, TModel>(HttpRequest request, DateTimeOffset? asOf, LedgerView view, TModel model)
        where TPage : PageOf<TModel>
        where TModel : class =>
        (await Render<TPage, TModel>(Context(request, asOf) with { KnownOn = Knowledge.LastDay(view), HasSamples = SampleReports.AreIn(view) }, model)).Of(view);

    /// <summary>
    /// A page of a subscription, which may show an address: nothing stores it, and it has no entity tag. Outside its model, nothing on it
    /// depends on the request, whose path has a token.
    /// </summary>
    public async Task<ApiResult> Personal<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel>
        where TModel : class =>
        await Render<TPage, TModel>(new PageContext("/follow", null, settings), model) with { Status = status, CacheControl = Caching.None, Vary = "", IsTagged = false };

    /// <summary>The body of an error page. It keeps nothing of the request but its path.</summary>
    public Task<byte[]> Error(HttpRequest request, ErrorModel model) =>
        renderer.Render<ErrorPage, ErrorModel>(new PageContext(Path(request), null, settings), model);

    // Only the parameters that the page has read, so that a cached page depends on nothing else.
    private PageContext Context(HttpRequest request, DateTimeOffset? asOf)
    {
        var names = request.HttpContext.Features.Get<Query>()?.Names ?? [];
        return new PageContext(Path(request), asOf, settings)
        {
            Parameters = [.. names.Except(Unshown, StringComparer.OrdinalIgnoreCase)
                .Where(name => request.Query.ContainsKey(name))
                .Select(name => KeyValuePair.Create(name, request.Query[name].ToString()))],
        };
    }

    private static string Path(HttpRequest request) => request.Path.Value is { Length: > 0 } path ? path : "/";

    private async Task<ApiResult> Render<TPage, TModel>(PageContext context, TModel model)
        where TPage : PageOf<TModel>
        where TModel : class =>
        new(await renderer.Render<TPage, TModel>(context, model), ResponseFormat.Html) { ContentSecurityPolicy = Policy };
}
