using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Agencies;
using DetainerLedger.Functions.Api.Corrections;
using DetainerLedger.Functions.Api.Digests;
using DetainerLedger.Functions.Api.Jurisdictions;
using DetainerLedger.Functions.Api.Knowledge;
using DetainerLedger.Functions.Api.Questions;
using DetainerLedger.Functions.Api.Reports;
using DetainerLedger.Functions.Api.Sources;
using DetainerLedger.Functions.Api.States;
using DetainerLedger.Functions.Api.Weeks;
using DetainerLedger.Queries;
using DetainerLedger.Watching.Http;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>The JSON of all responses: camelCase, with nulls written, so that every key is always present.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReportEntry))]
[JsonSerializable(typeof(ReportList))]
[JsonSerializable(typeof(WeekList))]
[JsonSerializable(typeof(WeekSummary))]
[JsonSerializable(typeof(RevisionList))]
[JsonSerializable(typeof(RevisionRelease))]
[JsonSerializable(typeof(RereadRow))]
[JsonSerializable(typeof(QuestionBody))]
[JsonSerializable(typeof(QuestionRow))]
[JsonSerializable(typeof(QuestionList))]
[JsonSerializable(typeof(WeekComparison))]
[JsonSerializable(typeof(DeclineList))]
[JsonSerializable(typeof(ListingList))]
[JsonSerializable(typeof(WeekJurisdictionList))]
[JsonSerializable(typeof(JurisdictionList))]
[JsonSerializable(typeof(PlaceList))]
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(AgencyList))]
[JsonSerializable(typeof(AgencyPage))]
[JsonSerializable(typeof(MomentList))]
[JsonSerializable(typeof(StateWeekList))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(StatePage))]
[JsonSerializable(typeof(CorrectionList))]
[JsonSerializable(typeof(DigestList))]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(CaptureList))]
[JsonSerializable(typeof(SourceRows))]
[JsonSerializable(typeof(BackfillProgress))]
[JsonSerializable(typeof(HealthStatus))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class ApiJson : JsonSerializerContext
{
    // Quotations stay readable. No response is sniffed as HTML, so nothing has to be escaped for HTML.
    public static ApiJson Web { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
