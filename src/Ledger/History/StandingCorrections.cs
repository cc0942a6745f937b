using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>The corrections of one week that stand: of two that correct the same fact, the later notice's.</summary>
public sealed class StandingCorrections
{
    private readonly Dictionary<(CorrectedSection, Jurisdiction), Correction> _corrections = [];

    private StandingCorrections() { }

    /// <param name="oldestFirst">The corrections of one week.</param>
    public static StandingCorrections Of(IEnumerable<KnownCorrection> oldestFirst)
    {
        var standing = new StandingCorrections();
        foreach (var (correction, _) in oldestFirst) standing._corrections[(correction.Section, correction.Jurisdiction)] = correction;
        return standing;
    }

    public Correction? Find(CorrectedSection section, Jurisdiction jurisdiction) => _corrections.GetValueOrDefault((section, jurisdiction));

    /// <summary>
    /// The totals after the corrections, or null without any. A correction of Section I's rows leaves the nation's
    /// total of detainers issued as it is: it moves them from one jurisdiction to another that the report doesn't name.
    /// </summary>
    public WeekTotals? Correct(WeekTotals reported) => _corrections.Count == 0
        ? null
        : reported with
        {
            DetainersDeclined = reported.DetainersDeclined + Difference(CorrectedSection.Declined),
            JurisdictionsListed = reported.JurisdictionsListed + Difference(CorrectedSection.Listed),
        };

    private int Difference(CorrectedSection section) =>
        _corrections.Where(entry => entry.Key.Item1 == section).Sum(entry => entry.Value.Is - entry.Value.Was);
}
