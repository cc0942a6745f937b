using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>
/// The known corrections of one week: if several correct the same count, the one of the latest notice is in force. The rows that
/// a correction refers to are looked up in the revision to which it is applied, so that a week that was published again without
/// them isn't corrected twice.
/// </summary>
public sealed class CorrectionsInForce
{
    private readonly List<CorrectedCount> _counts;

    private CorrectionsInForce(List<CorrectedCount> counts) => _counts = counts;

    /// <param name="oldestFirst">The corrections of one week.</param>
    public static CorrectionsInForce Of(IEnumerable<KnownCorrection> oldestFirst) => new(
    [
        .. oldestFirst
            .Select(known => known.Correction)
            .GroupBy(correction => (correction.Section, Place: Key(correction.Jurisdiction)))
            .Select(same => new CorrectedCount([.. same])),
    ]);

    public Correction? Find(CorrectedSection section, Jurisdiction jurisdiction) =>
        _counts.Find(count => count.InForce.Section == section && Key(count.InForce.Jurisdiction) == Key(jurisdiction))?.InForce;

    /// <summary>
    /// The totals of a report after the corrections, or null without any: as reported, minus the rows that a correction refers to, as
    /// they are in this report, plus the corrected counts. A correction of Section I's rows doesn't change the nation's total of
    /// detainers issued: it moves detainers from one jurisdiction to another that the report doesn't name.
    /// </summary>
    public WeekTotals? Correct(WeeklyReport report)
    {
        if (_counts.Count == 0) return null;
        var reported = WeekTotals.Of(report);
        return reported with
        {
            DetainersDeclined = reported.DetainersDeclined + Difference(report, CorrectedSection.Declined),
            JurisdictionsListed = reported.JurisdictionsListed + Difference(report, CorrectedSection.Listed),
        };
    }

    /// <summary>The same of a report of which only the counts are at hand.</summary>
    /// <returns>Null also if a corrected place has no id: the counts don't have it.</returns>
    public WeekTotals? Correct(WeekTotals reported, ReportCounts counts)
    {
        if (_counts.Count == 0 || _counts.Any(count => count.InForce.Jurisdiction.Id is null)) return null;
        var rows = counts.Jurisdictions.ToDictionary(row => Key(row.Jurisdiction));
        return reported with
        {
            DetainersDeclined = reported.DetainersDeclined + Difference(CorrectedSection.Declined, row => row.Declined),
            JurisdictionsListed = reported.JurisdictionsListed + Difference(CorrectedSection.Listed, row => row.Listed),
        };

        int Difference(CorrectedSection section, Func<JurisdictionCounts, int> count) => _counts
            .Where(corrected => corrected.InForce.Section == section)
            .Sum(corrected => corrected.InForce.Is - (rows.TryGetValue(Key(corrected.InForce.Jurisdiction), out var row) ? count(row) : 0));
    }

    /// <summary>The corrections for which the report's count is neither the published nor the corrected one.</summary>
    public IEnumerable<CorrectionMismatch> MismatchesIn(WeeklyReport report) => _counts
        .Select(count => new CorrectionMismatch(count.InForce, Count(report, count.InForce), count.All))
        .Where(found => !found.All.Any(correction => correction.Was == (found.Printed ?? 0) || correction.Is == (found.Printed ?? 0)));

    private int Difference(WeeklyReport report, CorrectedSection section) => _counts
        .Where(count => count.InForce.Section == section)
        .Sum(count => count.InForce.Is - (Count(report, count.InForce) ?? 0));

    // Null if Section I doesn't name the jurisdiction: unknown, not zero.
    private static int? Count(WeeklyReport report, Correction correction)
    {
        var place = Key(correction.Jurisdiction);
        return correction.Section switch
        {
            CorrectedSection.Issued => report.HighestVolume.Where(row => Key(row.Jurisdiction) == place).ToList() is { Count: > 0 } rows
                ? rows.Sum(row => row.Issued)
                : null,
            CorrectedSection.Declined => report.Declines.Count(row => Key(row.Jurisdiction) == place),
            CorrectedSection.Listed => report.Listings.Count(row => Key(row.Jurisdiction) == place),
            _ => throw new ArgumentOutOfRangeException(nameof(correction)),
        };
    }

    // Without a state there is no id, only the name.
    private static string Key(Jurisdiction place) => place.Id ?? $"\n{place.Name}";

    // Oldest first.
    private sealed record CorrectedCount(IReadOnlyList<Correction> All)
    {
        public Correction InForce => All[^1];
    }
}

/// <summary>A correction for which a report has neither the published nor the corrected count.</summary>
/// <param name="Correction">The correction in force.</param>
/// <param name="Printed">The count in the report; null when Section I doesn't name the jurisdiction.</param>
/// <param name="All">Every known correction of the same count, oldest first.</param>
public sealed record CorrectionMismatch(Correction Correction, int? Printed, IReadOnlyList<Correction> All);
