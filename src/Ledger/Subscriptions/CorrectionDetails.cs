using System.Globalization;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Subscriptions;

/// <summary>What a notice of corrections says, by place.</summary>
internal static class CorrectionDetails
{
    public static ChangeDetails Of(PublishedNotice notice)
    {
        var corrections = notice.Notice.Corrections;
        var dated = notice.Notice.Dated is { } day ? $" dated {IndexChanges.Day(day)}" : "";
        return new ChangeDetails(
            "A notice of corrections was published",
            [Words($"A notice{dated} changes {corrections.Count:N0} {(corrections.Count == 1 ? "count" : "counts")}.")],
            [.. corrections.GroupBy(correction => correction.Jurisdiction).Select(place => new PlaceChange(place.Key, [.. place.Select(Sentence)]))]);
    }

    private static string Sentence(Correction correction)
    {
        var counted = correction.Section switch
        {
            CorrectedSection.Issued => "Detainers issued",
            CorrectedSection.Declined => "Detainers recorded as declined",
            _ => "Listings",
        };
        return Words($"{counted} in the week of {IndexChanges.Day(correction.Week)}: published as {correction.Was:N0}, corrected to {correction.Is:N0}.");
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
