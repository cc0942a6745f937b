using DetainerLedger.Places;

namespace DetainerLedger.History;

/// <summary>What the known reports state about one state, week by week.</summary>
/// <param name="ListedStatewide">Whether the latest known week lists the whole state.</param>
/// <param name="Jurisdictions">The jurisdictions that the reports name, ordered by name.</param>
/// <param name="Weeks">Every week in the ledger, newest first, including those that don't name the state.</param>
public sealed record StateHistory(
    State State,
    bool ListedStatewide,
    IReadOnlyList<KnownJurisdiction> Jurisdictions,
    IReadOnlyList<StateWeek> Weeks)
{
    /// <param name="view">What is known at the requested moment.</param>
    /// <param name="counts">The counts of each week of the view, in their order.</param>
    public static StateHistory Of(LedgerView view, State state, IReadOnlyList<ReportCounts> counts)
    {
        var jurisdictions = KnownJurisdictions.Of(counts).Where(known => known.Jurisdiction.State == state.Code).ToList();
        return new StateHistory(
            state,
            jurisdictions.Any(known => known is { Listed: true, Jurisdiction.Kind: JurisdictionKind.State }),
            [.. jurisdictions
                .OrderBy(known => known.Jurisdiction.Name, StringComparer.Ordinal)
                .ThenBy(known => known.Jurisdiction.Id, StringComparer.Ordinal)],
            [.. view.Weeks.Zip(counts, (revision, report) => Week(view, revision, state, report))]);
    }

    private static StateWeek Week(LedgerView view, Revision revision, State state, ReportCounts report)
    {
        var rows = report.Jurisdictions.Where(row => row.Jurisdiction.State == state.Code).ToList();
        return new StateWeek(
            revision.Week,
            revision.Number,
            rows.Sum(row => row.Declined),
            rows.Any(row => row.Issued is not null) ? rows.Sum(row => row.Issued) : null,
            rows.Sum(row => row.Listed),
            [.. view.Corrections(revision.Week)
                .Where(known => known.Correction.Jurisdiction.State == state.Code)
                .Select(CorrectionEntry.Of)]);
    }
}

/// <param name="Issued">The sum over the jurisdictions of the state that Section I names; null if it names none: unknown, not zero.</param>
/// <param name="Listed">Rows of Section III.</param>
/// <param name="Corrections">The known corrections. They are not applied to the other numbers, which are as reported.</param>
public sealed record StateWeek(
    DateOnly Week,
    int Revision,
    int Declined,
    int? Issued,
    int Listed,
    IReadOnlyList<CorrectionEntry> Corrections);
