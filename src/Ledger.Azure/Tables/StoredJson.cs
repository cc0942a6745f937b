using System.Text.Json.Serialization;
using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;
using DetainerLedger.Watching;

namespace DetainerLedger.Storage.Tables;

/// <summary>The stored documents. Nulls are omitted. Renaming a property here makes earlier documents unreadable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(IReadOnlyList<Revision>))]
[JsonSerializable(typeof(StoredReport))]
[JsonSerializable(typeof(JurisdictionWeek))]
[JsonSerializable(typeof(ReportCounts))]
[JsonSerializable(typeof(PublishedNotice))]
[JsonSerializable(typeof(FileEvent))]
[JsonSerializable(typeof(Capture))]
[JsonSerializable(typeof(WatchedAddress))]
[JsonSerializable(typeof(WatchedSource))]
[JsonSerializable(typeof(RowQuestion))]
[JsonSerializable(typeof(QuestionWithdrawal))]
[JsonSerializable(typeof(IReadOnlyList<Check>))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(StoredDigest))]
internal sealed partial class StoredJson : JsonSerializerContext;

internal sealed record StoredReport(WeeklyReport Report, IReadOnlyList<Check> Remarks);

/// <summary>
/// Earlier versions stored the rendered <c>html</c> and <c>text</c> beside the digest. These are ignored: both are rendered on request.
/// </summary>
internal sealed record StoredDigest(Digest? Digest);
