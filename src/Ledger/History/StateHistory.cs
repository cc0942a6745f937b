using DetainerLedger.Places;

namespace DetainerLedger.History;

/// <summary>What the known reports say of one state, week by week.</summary>
/// <param name="ListedStatewide">Whether the latest week that is known lists the whole of it.</param>
/// <param name="Jurisdictions">Those that the reports name, by name.</param>
/// <param name="Weeks">Every week that the ledger has, the newest first: one that doesn't name the state says so.</param>
public sealed record StateHistory(
    State State,
    bool ListedStatewide,
    IReadOnlyList<KnownJurisdiction> Jurisdictions,
    IReadOnlyList<StateWeek> Weeks)
{
    /// <param name="view">What is known at the moment that is asked for.</param>
    /// <param name="counts">Of each of its weeks, in their order.</param>
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

/// <param name="Issued">Over the jurisdictions of the state that Section I names; null when it names none: unknown, not zero.</param>
/// <param name="Listed">Rows of Section III.</param>
/// <param name="Corrections">The numbers beside them are as reported.</param>
public sealed record StateWeek(
    DateOnly Week,
    int Revision,
    int Declined,
    int? Issued,
    int Listed,
    IReadOnlyList<CorrectionEntry> Corrections);
