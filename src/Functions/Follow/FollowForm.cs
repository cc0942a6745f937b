using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Functions.Web;
using DetainerLedger.Pages.Follow;
using DetainerLedger.Places;
using DetainerLedger.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Primitives;

namespace DetainerLedger.Functions.Follow;

/// <summary>The form with which an address asks to follow something. The response is the same whether or not the address is known.</summary>
public sealed class FollowForm(Follows follows, JurisdictionRegister register, Site site)
{
    private const int LongestBody = 4096;
    private const string InvalidAddress = "This is not an e-mail address that all mail servers accept. Use the form name@example.org.";
    private const string TooMany = "Too many people asked within this hour. Try again later.";

    [Function("FollowForm")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "follow")] HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method)) return await Show(name => request.Query[name], null, StatusCodes.Status200OK);
        if (!follows.AreOn) return Problems.SubscriptionsOff;
        if (request.ContentLength is null or > LongestBody || !request.HasFormContentType) return Problems.InvalidBody;

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (Read(name => form[name]) is not { } filter) return Problems.InvalidFilter;
        return await follows.Ask(form["email"].ToString(), filter, request.HttpContext.RequestAborted) switch
        {
            FollowAnswer.InvalidAddress => await Show(name => form[name], InvalidAddress, StatusCodes.Status400BadRequest),
            FollowAnswer.TooManyRequests => await Show(name => form[name], TooMany, StatusCodes.Status429TooManyRequests),
            _ => await site.Personal<AskedPage, AskedModel>(AskedModel.Instance),
        };
    }

    private async Task<IResult> Show(Func<string, StringValues> value, string? problem, int status) =>
        Read(value) is { } filter
            ? await site.Personal<FollowPage, FollowModel>(new FollowModel(filter, problem), status)
            : Problems.InvalidFilter;

    // Null when it names no state, or no possible jurisdiction.
    private Filter? Read(Func<string, StringValues> value)
    {
        var (jurisdiction, state) = (Given(value("jurisdiction")), Given(value("state")));
        var id = jurisdiction is null ? null : JurisdictionNames.IdOf(register, jurisdiction);
        var code = state is null ? null : register.FindState(state)?.Code;
        return (jurisdiction is null) == (id is null) && (state is null) == (code is null)
            ? new Filter(id is null ? code : null, id, value("corrections") == "on")
            : null;
    }

    private static string? Given(StringValues value) => value.Count == 1 && value[0] is { Length: > 0 and <= 100 } text ? text : null;
}
