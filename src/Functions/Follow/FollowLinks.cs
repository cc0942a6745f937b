using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Pages.Follow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Follow;

/// <summary>The pages behind the links of mails. Opening one changes nothing; its button posts.</summary>
public sealed class FollowLinks(Follows follows)
{
    private const int LongestBody = 8192;

    [Function("ConfirmFollow")]
    public async Task<IResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "confirm/{token}")] HttpRequest request, string token)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await follows.Find(token, cancellation) is not { } recipient) return Ended();
        if (!HttpMethods.IsPost(request.Method)) return FollowResult.Of(FollowHtml.Confirm(token, recipient.Requested, recipient.Filters));
        if (!IsForm(request)) return Problems.InvalidBody;

        var form = await request.ReadFormAsync(cancellation);
        return await follows.Confirm(token, [.. form["filter"].OfType<string>()], cancellation) is { Filters.Count: > 0 } confirmed
            ? FollowResult.Of(FollowHtml.Confirmed(confirmed.Filters, follows.ManageToken(confirmed)))
            : FollowResult.Of(FollowHtml.Confirm(token, recipient.Requested, recipient.Filters));
    }

    /// <summary>Mail programs post here too (RFC 8058), without having opened the page. A second time is answered alike.</summary>
    [Function("LeaveFollow")]
    public async Task<IResult> Leave(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "unsubscribe/{token}")] HttpRequest request, string token)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (HttpMethods.IsPost(request.Method)) return FollowResult.Of(FollowHtml.Left(already: !await follows.Leave(token, cancellation)));
        return FollowResult.Of(await follows.Find(token, cancellation) is null ? FollowHtml.Left(already: true) : FollowHtml.Leave(token));
    }

    [Function("ManageFollow")]
    public async Task<IResult> Manage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "manage/{token}")] HttpRequest request, string token)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await follows.Find(token, cancellation) is not { } recipient || !Follows.CanManage(token)) return Ended();
        if (HttpMethods.IsPost(request.Method))
        {
            if (!IsForm(request)) return Problems.InvalidBody;
            var form = await request.ReadFormAsync(cancellation);
            if (form["delete"] == "all") await follows.Leave(token, cancellation);
            else await follows.Remove(token, form["remove"].ToString(), cancellation);
            if (await follows.Find(token, cancellation) is not { } changed) return FollowResult.Of(FollowHtml.Left(already: false));
            recipient = changed;
        }

        return FollowResult.Of(FollowHtml.Manage(token, follows.AddressOf(recipient), recipient));
    }

    private static ApiResult Ended() => FollowResult.Of(FollowHtml.Left(already: true), StatusCodes.Status404NotFound);

    private static bool IsForm(HttpRequest request) => request.HasFormContentType && request.ContentLength is <= LongestBody;
}
