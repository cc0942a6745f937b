using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Reports;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Webhooks;

/// <summary>The bodies of webhooks: thin, with links to the facts.</summary>
public static class WebhookBody
{
    public static string Event(Recipient recipient, KnownChange known, SiteLinks links)
    {
        var (change, details) = (known.Change, known.Details);
        var data = new WebhookData
        {
            Week = change.Week is { } week ? ReportingWeek.Name(week) : null,
            Revision = change.Revision,
            Jurisdictions = ChangeTypes.NamesPlaces(change.Type)
                ? [.. Matching.Followed(recipient.Filters, change, details).Select(place => place.Place.Id).OfType<string>().Distinct()]
                : null,
            Url = links.To(change.Path),
        };
        return Write(change.Type, change.At, data);
    }

    public static string Challenge(string challenge, DateTimeOffset now) => Write("endpoint.test", now, new WebhookData { Challenge = challenge });

    private static string Write(string type, DateTimeOffset at, WebhookData data) => JsonSerializer.Serialize(
        new WebhookEnvelope(type, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), data), WebhookJson.Default.WebhookEnvelope);
}

internal sealed record WebhookEnvelope(string Type, string Timestamp, WebhookData Data);

internal sealed record WebhookData
{
    public string? Challenge { get; init; }

    public string? Week { get; init; }

    public int? Revision { get; init; }

    public IReadOnlyList<string>? Jurisdictions { get; init; }

    public string? Url { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookEnvelope))]
internal sealed partial class WebhookJson : JsonSerializerContext;
