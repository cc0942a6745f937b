using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Places;
using DetainerLedger.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Subscriptions;

/// <summary>
/// Webhooks. All routes are one function, so that a key can be made that opens them and can't upload reports. A row is opened only with the
/// token that was returned when it was added.
/// </summary>
public sealed class ManageSubscriptions(WebhookSubscriptions subscriptions, JurisdictionRegister register)
{
    private const string Bearer = "Bearer ";

    [Function("ManageSubscriptions")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", "delete", Route = "api/subscriptions/{id?}/{verb?}")] HttpRequest request,
        string? id,
        string? verb)
    {
        if (!subscriptions.AreOn) return Problems.SubscriptionsOff;
        var cancellation = request.HttpContext.RequestAborted;
        if (Methods(id, verb) is not { } methods) return Problems.NoSuchRoute;
        if (!methods.Contains(request.Method)) return Problems.MethodNotAllowed([.. methods, HttpMethods.Options]);
        if (id is null) return await Add(request, cancellation);
        if (await subscriptions.Find(id, Token(request), cancellation) is not { } found) return Problems.SubscriptionNotFound;

        return (request.Method, verb) switch
        {
            ("GET", _) => await Entry(found, cancellation),
            ("DELETE", _) => await Delete(found, cancellation),
            (_, "rotate") => await Rotate(found, cancellation),
            (_, "enable") => await Enable(found, cancellation),
            _ => await Replay(request, found, cancellation),
        };
    }

    /// <returns>The methods of a path; null when there is no such path.</returns>
    public static IReadOnlyList<string>? Methods(string? id, string? verb) => (id, verb) switch
    {
        (null, _) => ["POST"],
        (_, null) => ["GET", "DELETE"],
        (_, "rotate" or "enable" or "replay") => ["POST"],
        _ => null,
    };

    private async Task<IResult> Add(HttpRequest request, CancellationToken cancellation)
    {
        if (await JsonBody.Read(request, ApiJson.Web.SubscriptionRequest) is not { } asked) return Problems.InvalidBody;
        if (subscriptions.Refuse(asked.Url) is { } refusal) return Problems.InvalidUrl(refusal);
        if ((asked.Filter ?? new RequestedFilter(null, null, null, null)).Read(register) is not { } filter) return Problems.InvalidFilter;
        var contact = MailAddress.Normalize(asked.Contact);
        if (asked.Contact is not null && contact is null) return Problems.InvalidContact;

        var added = await subscriptions.Add(asked.Url!, filter, contact, cancellation);
        return ApiResult.Json(
            new AddedSubscription(added.Recipient.Id, added.Secret, added.Recipient.State, RequestedFilter.Of(filter), added.Manage), ApiJson.Web.AddedSubscription) with
        {
            Status = StatusCodes.Status201Created,
            Location = $"/api/subscriptions/{added.Recipient.Id}",
            CacheControl = Caching.None,
        };
    }

    private async Task<IResult> Entry(Recipient found, CancellationToken cancellation) => ApiResult.Json(
        new SubscriptionEntry(found.Id, found.State, RequestedFilter.Of(found.Filters[0]), await subscriptions.Attempts(found, cancellation)), ApiJson.Web.SubscriptionEntry) with
    {
        CacheControl = Caching.None,
    };

    private async Task<IResult> Rotate(Recipient found, CancellationToken cancellation) =>
        await subscriptions.Rotate(found, cancellation) is { } secret
            ? ApiResult.Json(new RotatedSecret(secret), ApiJson.Web.RotatedSecret) with { CacheControl = Caching.None }
            : Problems.SubscriptionNotFound;

    private async Task<IResult> Enable(Recipient found, CancellationToken cancellation)
    {
        var enabled = await subscriptions.Enable(found, cancellation);
        return enabled.State == RecipientState.Active ? await Entry(enabled, cancellation) : Problems.ChallengeFailed;
    }

    private async Task<IResult> Replay(HttpRequest request, Recipient found, CancellationToken cancellation)
    {
        if (await JsonBody.Read(request, ApiJson.Web.ReplayRequest) is not { Event: { } change }) return Problems.InvalidBody;
        return await subscriptions.Replay(found, change, cancellation) ? await Entry(found, cancellation) : Problems.EventNotFound;
    }

    private async Task<IResult> Delete(Recipient found, CancellationToken cancellation)
    {
        await subscriptions.Delete(found, cancellation);
        return Microsoft.AspNetCore.Http.Results.NoContent();
    }

    private static string? Token(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
}
