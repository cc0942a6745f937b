using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Places;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The filter for rows of a week's report.</summary>
/// <param name="Week">Null for the latest.</param>
/// <param name="State">The postal code; null for all.</param>
/// <param name="Jurisdiction">The id; null for all.</param>
public sealed record RowFilter(DateOnly? Week, string? State, string? Jurisdiction)
{
    public static RowFilter Read(Query query, string week, JurisdictionRegister register) =>
        new(query.Week(week), query.State(register), query.Jurisdiction(register));

    /// <summary>For a list that can't be filtered by jurisdiction.</summary>
    public static RowFilter ReadState(Query query, string week, JurisdictionRegister register) =>
        new(query.Week(week), query.State(register), Jurisdiction: null);

    public bool Takes(Jurisdiction jurisdiction) =>
        (State is null || jurisdiction.State == State) && (Jurisdiction is null || jurisdiction.Id == Jurisdiction);
}
