using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Web;
using DetainerLedger.Pages.Follow;
using DetainerLedger.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Follow;

/// <summary>The pages behind the links of mails. Opening one changes nothing; its button posts.</summary>
public sealed class FollowLinks(Follows follows, Site site)
{
    private const int LongestBody = 8192;

    [Function("ConfirmFollow")]
    public async Task<IResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "confirm/{token}")] HttpRequest request, string token)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await follows.Find(token, cancellation) is not { } recipient) return await Ended();
        if (!HttpMethods.IsPost(request.Method)) return await ToConfirm(token, recipient);
        if (!IsForm(request)) return Problems.InvalidBody;

        var chosen = (await request.ReadFormAsync(cancellation))["filter"].OfType<string>().ToList();
        if (chosen.Count == 0) return await ToConfirm(token, recipient, nothingChosen: recipient.Requested.Count > 0);
        return await follows.Confirm(token, chosen, cancellation) is { Filters.Count: > 0 } confirmed
            ? await site.Personal<ConfirmedPage, ConfirmedModel>(new ConfirmedModel(confirmed.Filters, follows.ManageToken(confirmed)))
            : await ToConfirm(token, recipient);
    }

    /// <summary>Mail programs post here too (RFC 8058), without having opened the page. A second time is answered alike.</summary>
    [Function("LeaveFollow")]
    public async Task<IResult> Leave(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "unsubscribe/{token}")] HttpRequest request, string token)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (HttpMethods.IsPost(request.Method)) return await HasLeft(already: !await follows.Leave(token, cancellation));
        return await follows.Find(token, cancellation) is null
            ? await HasLeft(already: true)
            : await site.Personal<LeavePage, LeaveModel>(new LeaveModel(token));
    }

    [Function("ManageFollow")]
    public async Task<IResult> Manage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "manage/{token}")] HttpRequest request, string token)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await follows.Find(token, cancellation) is not { } recipient || !Follows.CanManage(token)) return await Ended();
        if (HttpMethods.IsPost(request.Method))
        {
            if (!IsForm(request)) return Problems.InvalidBody;
            var form = await request.ReadFormAsync(cancellation);
            if (form["delete"] == "all") await follows.Leave(token, cancellation);
            else await follows.Remove(token, form["remove"].ToString(), cancellation);
            if (await follows.Find(token, cancellation) is not { } changed) return await HasLeft(already: false);
            recipient = changed;
        }

        return await site.Personal<ManagePage, ManageModel>(new ManageModel(token, follows.AddressOf(recipient), recipient));
    }

    private Task<ApiResult> ToConfirm(string token, Recipient recipient, bool nothingChosen = false) =>
        site.Personal<ConfirmPage, ConfirmModel>(
            new ConfirmModel(token, recipient.Requested, recipient.Filters, nothingChosen),
            nothingChosen ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    private Task<ApiResult> HasLeft(bool already) => site.Personal<LeftPage, LeftModel>(new LeftModel(already));

    private Task<ApiResult> Ended() => site.Personal<LeftPage, LeftModel>(new LeftModel(Already: true), StatusCodes.Status404NotFound);

    private static bool IsForm(HttpRequest request) => request.HasFormContentType && request.ContentLength is <= LongestBody;
}
