using System.Text.Json.Serialization;

namespace DetainerLedger.Subscriptions;

/// <summary>How filters and attempts are stored and returned.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Filter>))]
[JsonSerializable(typeof(IReadOnlyList<Attempt>))]
public sealed partial class SubscriptionJson : JsonSerializerContext;
