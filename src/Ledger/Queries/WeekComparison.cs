using System.Text.Json.Serialization;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Queries;

/// <summary>Two weeks side by side, each in its revision in force.</summary>
/// <param name="Change">The totals of <paramref name="B"/> minus those of <paramref name="A"/>, as reported.</param>
/// <param name="Listings">Only a notice of <paramref name="B"/> itself explains a removal, regardless of the weeks in between.</param>
/// <param name="DeclinedByJurisdiction">Every jurisdiction with declined detainers in either week, ordered by the sum of both counts, then by name.</param>
public sealed record WeekComparison(
    ComparedWeek A,
    ComparedWeek B,
    WeekTotals Change,
    ListingDifferences Listings,
    IReadOnlyList<ComparedDeclines> DeclinedByJurisdiction)
{
    /// <param name="view">What is known at the requested moment.</param>
    public static WeekComparison Of(LedgerView view, PublishedReport a, PublishedReport b) => new(
        ComparedWeek.Of(view, a),
        ComparedWeek.Of(view, b),
        b.Revision.Totals.Minus(a.Revision.Totals),
        ListingDifferences.Between(a.Report, b.Report),
        Declined(a.Report, b.Report));

    private static List<ComparedDeclines> Declined(WeeklyReport a, WeeklyReport b)
    {
        var (inA, inB) = (a.Declines.ToLookup(row => row.Jurisdiction), b.Declines.ToLookup(row => row.Jurisdiction));
        return [.. inA.Concat(inB)
            .Select(rows => rows.Key)
            .Distinct()
            .Select(jurisdiction => new ComparedDeclines(jurisdiction, inA[jurisdiction].Count(), inB[jurisdiction].Count()))
            .OrderByDescending(declined => declined.A + declined.B)
            .ThenBy(declined => declined.Jurisdiction.Name, StringComparer.Ordinal)
            .ThenBy(declined => declined.Jurisdiction.Id, StringComparer.Ordinal)];
    }
}

public sealed record ComparedWeek : WeekTotals
{
    private ComparedWeek(WeekTotals totals)
        : base(totals)
    {
    }

    [JsonPropertyOrder(OrderOfName)]
    public required DateOnly Week { get; init; }

    [JsonPropertyOrder(OrderOfName)]
    public required int Revision { get; init; }

    /// <summary>The totals after the known corrections; null without any.</summary>
    public required WeekTotals? Corrected { get; init; }

    public static ComparedWeek Of(LedgerView view, PublishedReport published) => new(published.Revision.Totals)
    {
        Week = published.Revision.Week,
        Revision = published.Revision.Number,
        Corrected = CorrectionsInForce.Of(view.Corrections(published.Revision.Week)).Correct(published.Report),
    };
}

public sealed record ComparedDeclines(Jurisdiction Jurisdiction, int A, int B);
