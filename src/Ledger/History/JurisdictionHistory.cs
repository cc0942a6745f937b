using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>What the reports state about one jurisdiction, week by week.</summary>
/// <param name="Totals">Over every week from <c>from</c> to <c>to</c>, the same on all pages.</param>
/// <param name="Weeks">Every week in the ledger, newest first, including those that don't name the jurisdiction.</param>
public sealed record JurisdictionHistory(Jurisdiction Jurisdiction, HistoryTotals Totals, IReadOnlyList<HistoryWeek> Weeks);

/// <param name="DetainersDeclined">As reported, before corrections.</param>
public sealed record HistoryTotals(int DetainersDeclined, int WeeksListed, DateOnly? FirstListed, DateOnly? LastListed);

/// <param name="Issued">Null when Section I does not name the jurisdiction: unknown, not zero.</param>
/// <param name="Listing">The first of <see cref="Listings"/>; null when it isn't listed.</param>
public sealed record HistoryWeek(
    DateOnly Week,
    int Revision,
    int Declined,
    int? Issued,
    bool Listed,
    ListingEntry? Listing,
    IReadOnlyList<DeclineEntry> Declines,
    IReadOnlyList<CorrectionEntry> Corrections)
{
    /// <summary>Every row of Section III that names it, in the order printed.</summary>
    public IReadOnlyList<ListingEntry> Listings { get; init; } = Listing is null ? [] : [Listing];

    /// <summary>The open questions about the rows of Section I that name it.</summary>
    public IReadOnlyList<QuestionEntry> IssuedQuestions { get; init; } = [];
}

/// <summary>A listing as the API returns it.</summary>
public sealed record ListingEntry(string? Aor, string? Enacted, string? Policy, IReadOnlyList<string> Criteria, string AsPrinted, SourceLocation Source)
{
    /// <summary>The open questions about the row.</summary>
    public IReadOnlyList<QuestionEntry> Questions { get; init; } = [];

    public static ListingEntry Of(ListingRow listing) =>
        new(listing.Aor, listing.Enacted, listing.Policy, listing.Criteria, listing.AsPrinted, listing.Source) { Questions = listing.Questions };
}

/// <summary>A declined detainer as the API returns it.</summary>
public sealed record DeclineEntry(
    string? Agency,
    string? Citizenship,
    DateOnly? Issued,
    DateOnly? Declined,
    string? Reason,
    string? Activity,
    string? Disposition,
    string AsPrinted,
    SourceLocation Source)
{
    /// <summary>The open questions about the row.</summary>
    public IReadOnlyList<QuestionEntry> Questions { get; init; } = [];

    public static DeclineEntry Of(DeclineRow row) =>
        new(row.Agency, row.Citizenship, row.Issued, row.Declined, row.Reason, row.Activity, row.Disposition, row.AsPrinted, row.Source)
        {
            Questions = row.Questions,
        };
}
