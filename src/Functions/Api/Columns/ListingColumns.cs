using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Columns;

public static class ListingColumns
{
    /// <summary>The columns of a row of Section III.</summary>
    public static IReadOnlyList<Column<PolicyListing>> All { get; } =
    [
        .. PlaceColumns.Of<PolicyListing>(row => row.Jurisdiction),
        new("aor", FieldType.Text, "The agency's area of responsibility.", row => row.Aor),
        new("enacted", FieldType.Text, "When the policy was enacted, exactly as printed: a month and year, a year, a day, or `Unknown`.",
            row => row.Enacted),
        new("policy", FieldType.Text, "The policy, as printed.", row => row.Policy),
        new("criteria", FieldType.Texts, "The criteria for honoring a detainer, in order.",
            row => row.Criteria) { Required = true },
        new("asPrinted", FieldType.Text, "The place, exactly as printed.", row => row.AsPrinted) { Required = true },
        .. SourceColumns.Of<PolicyListing>(row => row.Source),
    ];
}
