using System.Text.Json.Serialization;
using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Subscriptions;

/// <summary>
/// Bounces and complaints that a mail provider reports later: they end the subscription. The response doesn't say whether the address was
/// subscribed.
/// </summary>
public sealed class PostMailEvents(Follows follows)
{
    private const int MostEvents = 100;

    [Function("PostMailEvents")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/mail-events")] HttpRequest request)
    {
        if (!follows.AreOn) return Problems.SubscriptionsOff;
        if (await JsonBody.Read(request, ApiJson.Web.MailEvents) is not { Events: { Count: > 0 and <= MostEvents } events }) return Problems.InvalidBody;
        foreach (var each in events.Where(each => each.Type is "bounce" or "complaint")) await follows.Forget(each.Address, request.HttpContext.RequestAborted);
        return Microsoft.AspNetCore.Http.Results.NoContent();
    }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MailEvents(IReadOnlyList<MailEvent>? Events);

/// <param name="Type"><c>bounce</c>, when the mailbox doesn't exist, or <c>complaint</c>; others are ignored.</param>
public sealed record MailEvent(string? Type, string? Address);
