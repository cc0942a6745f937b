using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Places;
using DetainerLedger.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Subscriptions;

/// <summary>The body of a request for a webhook.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SubscriptionRequest(string? Url, RequestedFilter? Filter, string? Contact);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RequestedFilter(string? State, string? Jurisdiction, bool? Corrections, bool? OldWeeks)
{
    /// <returns>Null when it names no state, or no possible jurisdiction, or both.</returns>
    public Filter? Read(JurisdictionRegister register)
    {
        var state = State is null ? null : register.FindState(State)?.Code;
        var jurisdiction = Jurisdiction is null ? null : JurisdictionNames.IdOf(register, Jurisdiction);
        return (State is null) == (state is null) && (Jurisdiction is null) == (jurisdiction is null) && (state is null || jurisdiction is null)
            ? new Filter(state, jurisdiction, Corrections ?? false, OldWeeks ?? false)
            : null;
    }

    public static RequestedFilter Of(Filter filter) => new(filter.State, filter.Jurisdiction, filter.Corrections, filter.OldWeeks);
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReplayRequest(string? Event);

/// <summary>A new webhook. The secret and the token are not returned again.</summary>
public sealed record AddedSubscription(string Id, string Secret, RecipientState State, RequestedFilter Filter, string Manage);

public sealed record SubscriptionEntry(string Id, RecipientState State, RequestedFilter Filter, IReadOnlyList<Attempt> Attempts);

public sealed record RotatedSecret(string Secret);

internal static class JsonBody
{
    // In bytes.
    private const int Limit = 8 * 1024;

    /// <returns>Null when the body is not such an object, or is too long.</returns>
    public static async Task<T?> Read<T>(HttpRequest request, JsonTypeInfo<T> type) where T : class
    {
        var cancellation = request.HttpContext.RequestAborted;
        var body = new byte[Limit + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        if (length > Limit) return null;
        try
        {
            return JsonSerializer.Deserialize(body.AsSpan(0, length), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
