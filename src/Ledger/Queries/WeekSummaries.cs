using System.Text.RegularExpressions;
using DetainerLedger.Checks;
using DetainerLedger.Checks.Revisions;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Queries;

/// <summary>Summarizes a week: a pure function of two reports and of what is known about them.</summary>
public static partial class WeekSummaries
{
    /// <param name="view">What is known at the requested moment.</param>
    /// <param name="previous">The report of the nearest earlier week in that view; null if there is none.</param>
    public static WeekSummary Of(LedgerView view, PublishedReport current, PublishedReport? previous)
    {
        var (revision, report) = (current.Revision, current.Report);
        var corrections = view.Corrections(revision.Week);
        var inForce = CorrectionsInForce.Of(corrections);
        return new WeekSummary(revision.Totals)
        {
            Week = revision.Week,
            Period = revision.Period,
            Revision = revision.Number,
            PublishedAt = revision.PublishedAt,
            ReleasedOn = revision.ReleasedOn,
            SeenAt = revision.SeenAt,
            SourceAddress = revision.SourceAddress,
            Corrected = inForce.Correct(report),
            PreviousWeek = previous is { Revision: var before } ? new PreviousWeek(before.Week, before.Totals) : null,
            Change = previous is null ? null : revision.Totals.Minus(previous.Revision.Totals),
            Listings = Listings(report, previous?.Report),
            DeclinedByState = DeclinedByState(report),
            DeclinedByJurisdiction = DeclinedByJurisdiction(report),
            HighestVolume = [.. report.HighestVolume.Select(row => new VolumeRow(
                row.Jurisdiction, row.Issued, inForce.Find(CorrectedSection.Issued, row.Jurisdiction)?.Is, row.Source)
            {
                Questions = view.Questions.Of(revision, CorrectedSection.Issued, row.Source),
            })],
            Notices = report.Notices,
            Checks =
            [
                .. SupersededOnArrival.In(revision, view.Revisions(revision.Week)),
                .. ReleasedAfterSeen.In(revision),
                .. FailedRereads.In(revision),
                .. current.Remarks,
                .. ReportChecks.Of(report, previous?.Report),
                .. CorrectionMismatches.In(report, inForce),
            ],
            Corrections = [.. corrections.Select(CorrectionEntry.Of)],
            Questions = [.. view.Questions.Open(revision).Select(question => question.ToEntry())],
            Source = revision.Source,
            FileEvents = [.. view.FilesOf(revision.Week).Select(FileEventRow.Of)],
        };
    }

    private static ListingChanges Listings(WeeklyReport report, WeeklyReport? previous)
    {
        var before = previous ?? report;
        var year = report.Week.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new ListingChanges(
            Added: ListingDifferences.ListedOnlyBy(report, before),
            Removed: ListingDifferences.ListedOnlyBy(before, report),
            Statewide: [.. ListingDifferences.Listed(report).Where(place => place is { Kind: JurisdictionKind.State, State: not "DC" })],
            RecentlyEnacted: [.. report.Listings
                .Where(listing => listing.Enacted is not null && Years().Matches(listing.Enacted).Any(match => match.Value == year))
                .Select(listing => listing.Jurisdiction).Distinct()]);
    }

    private static List<StateDeclines> DeclinedByState(WeeklyReport report) => [.. report.Declines
        .GroupBy(declined => declined.Jurisdiction.State)
        .Select(rows => new StateDeclines(rows.Key, rows.Count(), Math.Round((double)rows.Count() / report.Declines.Count, 3)))
        .OrderByDescending(state => state.Declined)
        .ThenBy(state => state.State is null)
        .ThenBy(state => StateNames.Of(state.State), StringComparer.Ordinal)];

    private static List<JurisdictionDeclines> DeclinedByJurisdiction(WeeklyReport report) => [.. report.Declines
        .GroupBy(declined => declined.Jurisdiction)
        .Select(rows => new JurisdictionDeclines(rows.Key, rows.Count()))
        .OrderByDescending(rows => rows.Declined)
        .ThenBy(rows => rows.Jurisdiction.Name, StringComparer.Ordinal)
        .ThenBy(rows => rows.Jurisdiction.Id, StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}(?![0-9])")]
    private static partial Regex Years();
}
