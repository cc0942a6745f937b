using System.Text.Json.Serialization;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>A row of Section II, with the open questions about it.</summary>
public sealed record DeclineRow : DeclinedDetainer
{
    public DeclineRow(DeclinedDetainer row)
        : base(row)
    {
    }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<QuestionEntry> Questions { get; init; } = [];

    public static DeclineRow Of(LedgerView view, Revision revision, DeclinedDetainer row) =>
        new(row) { Questions = view.Questions.Of(revision, CorrectedSection.Declined, row.Source) };
}

/// <summary>A row of Section III, with the open questions about it.</summary>
public sealed record ListingRow : PolicyListing
{
    public ListingRow(PolicyListing row)
        : base(row)
    {
    }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<QuestionEntry> Questions { get; init; } = [];

    public static ListingRow Of(LedgerView view, Revision revision, PolicyListing row) =>
        new(row) { Questions = view.Questions.Of(revision, CorrectedSection.Listed, row.Source) };
}
