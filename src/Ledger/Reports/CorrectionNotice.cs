using System.Text.Json.Serialization;
using DetainerLedger.Places;

namespace DetainerLedger.Reports;

/// <summary>A file of corrections, as the agency published it. It refers to facts of weekly reports and overwrites none.</summary>
/// <param name="Title">The notice's title, as printed.</param>
/// <param name="Dated">The date of the notice; null if it has none.</param>
/// <param name="Statement">Additional text of the notice, such as how certain its date is.</param>
public sealed record CorrectionNotice(string? Title, DateOnly? Dated, string? Statement, IReadOnlyList<Correction> Corrections);

/// <summary>One corrected count of one week: published as <paramref name="Was"/>, corrected to <paramref name="Is"/>.</summary>
/// <param name="Week">The first day of the corrected week.</param>
/// <param name="AsPrinted">The place, exactly as printed.</param>
/// <param name="Reason">The reason given in the notice: <c>same-name</c>, <c>transferred</c>, <c>issued-to-wrong-place</c>.</param>
public sealed record Correction(
    DateOnly Week,
    CorrectedSection Section,
    Jurisdiction Jurisdiction,
    string AsPrinted,
    string? Reason,
    int Was,
    int Is,
    SourceLocation Source);

/// <summary>The corrected fact: a count of Section I, or the number of a jurisdiction's rows in Section II or III.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectedSection>))]
public enum CorrectedSection
{
    [JsonStringEnumMemberName("issued")] Issued,
    [JsonStringEnumMemberName("declined")] Declined,
    [JsonStringEnumMemberName("listed")] Listed,
}
