using DetainerLedger.History;

namespace DetainerLedger.Pages.Agencies;

/// <summary>An agency and the rows that name it.</summary>
/// <param name="Rows">The rows on this page, newest week first.</param>
/// <param name="Ledger">The revision in force of each week.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record AgencyModel(AgencyHistory History, IReadOnlyList<AgencyRow> Rows, IReadOnlyList<Revision> Ledger, string? Next)
{
    public KnownAgency Agency => History.Agency;

    public RevisionSource FileOf(DateOnly week) => Ledger.First(revision => revision.Week == week).Source;
}
