using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;

namespace DetainerLedger.Pages.Jurisdictions;

/// <summary>What the reports state about one place.</summary>
/// <param name="Ledger">The revision in force of each week, newest first.</param>
/// <param name="Weeks">The weeks on this page of the table, newest first.</param>
/// <param name="Rows">The week whose rows of declined detainers are shown; null if no week has any.</param>
/// <param name="Next">The cursor of the table's next page; null on the last.</param>
public sealed record JurisdictionModel(
    PlaceStory Story, IReadOnlyList<Revision> Ledger, IReadOnlyList<HistoryWeek> Weeks, HistoryWeek? Rows, string? Next)
{
    public Jurisdiction Place => Story.Place;

    public string Name => Places.PlaceNames.Full(Place);

    public PlaceAnswer Answer => new(Story, Ledger);

    /// <summary>The latest week that lists the place; null if none does.</summary>
    public HistoryWeek? LastListed => Story.History?.Weeks.FirstOrDefault(week => week.Listed);

    public IEnumerable<CorrectionEntry> Corrections => Story.History?.Weeks.SelectMany(week => week.Corrections) ?? [];

    /// <summary>The file of a week's revision in force.</summary>
    public RevisionSource FileOf(DateOnly week) => Ledger.First(revision => revision.Week == week).Source;
}
