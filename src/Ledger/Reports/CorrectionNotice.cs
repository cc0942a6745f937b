using System.Text.Json.Serialization;
using DetainerLedger.Places;

namespace DetainerLedger.Reports;

/// <summary>A file of corrections, as the agency published it. It refers to facts of weekly reports and overwrites none.</summary>
/// <param name="Title">The notice's title, as printed.</param>
/// <param name="Dated">The day the notice bears; null when it bears none.</param>
/// <param name="Statement">Further words of the notice, such as how sure its date is.</param>
public sealed record CorrectionNotice(string? Title, DateOnly? Dated, string? Statement, IReadOnlyList<Correction> Corrections);

/// <summary>One corrected count of one week: it was published as <paramref name="Was"/> and is <paramref name="Is"/>.</summary>
/// <param name="Week">The first day of the week that is corrected.</param>
/// <param name="AsPrinted">The place word for word.</param>
/// <param name="Reason">As the notice gives it: <c>same-name</c>, <c>transferred</c>, <c>issued-to-wrong-place</c>.</param>
public sealed record Correction(
    DateOnly Week,
    CorrectedSection Section,
    Jurisdiction Jurisdiction,
    string AsPrinted,
    string? Reason,
    int Was,
    int Is,
    SourceLocation Source);

/// <summary>Which fact is corrected: a count of Section I, or the number of a jurisdiction's rows in Section II or III.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectedSection>))]
public enum CorrectedSection
{
    [JsonStringEnumMemberName("issued")] Issued,
    [JsonStringEnumMemberName("declined")] Declined,
    [JsonStringEnumMemberName("listed")] Listed,
}
