using System.Text.Json.Serialization;

namespace DetainerLedger.Digests;

/// <summary>Digests as JSON: as the API answers them, and as the ledger stores them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(StoredDigest))]
public sealed partial class DigestJson : JsonSerializerContext;
