using System.Globalization;
using System.Net;
using System.Text;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Outbound;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Webhooks;

/// <summary>Events by webhook. Nothing of an answer is kept except its status.</summary>
public sealed class WebhookChannel(OutboundClient client, DeliveryKeys keys, SiteLinks links, TimeProvider time) : IChannel
{
    public RecipientKind Kind => RecipientKind.Webhook;

    public async Task<SendOutcome> Send(Recipient recipient, KnownChange change, CancellationToken cancellation)
    {
        var (outcome, _) = await Post(recipient, change.Change.Id, WebhookBody.Event(recipient, change, links), cancellation);
        return outcome;
    }

    /// <summary>Whether the receiver answers a challenge with it, so that nobody else's server is sent events.</summary>
    public async Task<bool> AnswersChallenge(Recipient recipient, CancellationToken cancellation)
    {
        var challenge = DeliveryKeys.RandomId();
        var (outcome, answer) = await Post(recipient, $"test-{challenge}", WebhookBody.Challenge(challenge, time.GetUtcNow()), cancellation);
        return outcome.Result == SendResult.Sent && Encoding.UTF8.GetString(answer.Span).Contains(challenge, StringComparison.Ordinal);
    }

    private async Task<(SendOutcome Outcome, ReadOnlyMemory<byte> Answer)> Post(Recipient recipient, string id, string body, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, keys.Open(recipient.Id, recipient.Sealed))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
                { "webhook-signature", WebhookSignature.Of(id, now, body, Secrets(recipient, now)) },
                { "User-Agent", "DetainerLedger-Webhooks/1" },
            },
        };
        try
        {
            var answer = await client.Send(request, cancellation);
            return (Outcome(answer, now), answer.Body);
        }
        catch (RefusedAddressException)
        {
            return (new SendOutcome(SendResult.Retry, Error: "refused-address"), default);
        }
        catch (TimeoutException)
        {
            return (new SendOutcome(SendResult.Retry, Error: "timeout"), default);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return (new SendOutcome(SendResult.Retry, Error: "connection-failed"), default);
        }
    }

    private static SendOutcome Outcome(OutboundResponse answer, DateTimeOffset now) => (int)answer.Status switch
    {
        >= 200 and < 300 and var status => new SendOutcome(SendResult.Sent, status),
        (int)HttpStatusCode.Gone => new SendOutcome(SendResult.End, (int)HttpStatusCode.Gone, "status"),
        var status => new SendOutcome(SendResult.Retry, status, "status", RetryAfter(answer, now)),
    };

    private static TimeSpan? RetryAfter(OutboundResponse answer, DateTimeOffset now) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } moment } => moment - now,
        _ => null,
    };

    private List<string> Secrets(Recipient recipient, DateTimeOffset now)
    {
        var secrets = new List<string> { keys.Open(recipient.Id, recipient.Secret!) };
        if (recipient.EarlierSecret is { } earlier && recipient.EarlierSecretUntil > now) secrets.Add(keys.Open(recipient.Id, earlier));
        return secrets;
    }
}
