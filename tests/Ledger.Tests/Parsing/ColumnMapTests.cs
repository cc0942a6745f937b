using DetainerLedger.Parsing;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

public sealed class ColumnMapTests
{
    [Theory]
    [InlineData(ReportSection.Declined, "Law Enforcement Agency (LEA)", ReportField.Agency)]
    [InlineData(ReportSection.Declined, "LEA Detainer Policy", ReportField.Reason)]
    [InlineData(ReportSection.Declined, "DETAINER  ISSUED\u00a0DATE", ReportField.IssuedOn)]
    [InlineData(ReportSection.Declined, "Date Detainer Declined", ReportField.DeclinedOn)]
    [InlineData(ReportSection.Issued, "Issued Detainers", ReportField.Count)]
    [InlineData(ReportSection.Issued, "County, State", ReportField.Place)]
    [InlineData(ReportSection.Listed, "Jurisdiction (AOR)", ReportField.Place)]
    [InlineData(ReportSection.Listed, "Policy", ReportField.Policy)]
    [InlineData(ReportSection.Declined, "Policy", ReportField.Reason)]
    [InlineData(ReportSection.Declined, "Lodged", ReportField.IssuedOn)]
    [InlineData(ReportSection.Declined, "Released", ReportField.DeclinedOn)]
    [InlineData(ReportSection.Declined, "Date De-tainer Is-sued", ReportField.IssuedOn)]
    [InlineData(ReportSection.Declined, "Date De\u00adtainer Declined", ReportField.DeclinedOn)]
    [InlineData(ReportSection.Issued, "# of Detainers", ReportField.Count)]
    public void Headers_are_known_by_many_names(ReportSection section, string header, ReportField field) => Assert.Equal(field, HeaderSynonyms.Find(section, header));

    [Fact]
    public void Columns_come_in_any_order_and_some_belong_to_no_field()
    {
        var map = ColumnMap.Of(ReportSection.Declined, ["Remarks", "State", "Date Declined", "Jurisdiction", "State"]);

        Assert.Equal((3, 1, 2), (map.IndexOf(ReportField.Place), map.IndexOf(ReportField.State), map.IndexOf(ReportField.DeclinedOn)));
        Assert.Null(map.IndexOf(ReportField.IssuedOn));
        Assert.Equal([0], map.UnknownColumns);
        Assert.Equal([1, 4], map.IndexesOf(ReportField.State));
        Assert.True(map.IsReadable);
    }

    [Fact]
    public void A_vague_header_names_a_field_only_where_no_other_does()
    {
        var map = ColumnMap.Of(ReportSection.Declined, ["Jurisdiction", "Date Declined", "Released", "#"]);

        Assert.Equal([1], map.IndexesOf(ReportField.DeclinedOn));
        Assert.Equal([2], map.UnknownColumns);
    }

    [Fact]
    public void A_field_without_a_column_is_an_error_that_names_it()
    {
        var checks = ColumnChecks.Of(ColumnMap.Of(ReportSection.Declined, ["Jurisdiction", "Date Issued", "Outcome"]), new SourceLocation(Samples.Id, 3, null), "page 3").ToList();

        Assert.Equal([("unknown-column", CheckSeverity.Warning), ("missing-column", CheckSeverity.Error)], checks.Select(check => (check.Code, check.Severity)));
        Assert.Contains("“Outcome”", checks[0].Message, StringComparison.Ordinal);
        Assert.Contains("date of decline", checks[1].Message, StringComparison.Ordinal);
        Assert.All(checks, check => Assert.Equal(3, check.Source!.Page));
    }

    [Theory]
    [InlineData(ReportSection.Declined, "jurisdiction", "State", "Date Issued", "Date Declined")]
    [InlineData(ReportSection.Declined, "declined", "Jurisdiction", "State", "LEA", "Reason")]
    [InlineData(ReportSection.Issued, "issued", "County, State", "Quantity")]
    [InlineData(ReportSection.Listed, "jurisdiction", "AOR", "Date Enacted", "Policy")]
    public void A_section_without_its_place_its_count_or_any_date_is_refused(ReportSection section, string field, params string[] headers)
    {
        var refusal = ColumnChecks.Refuse(ColumnMap.Of(section, headers), 7, "page 7");

        Assert.Equal((RefusalCodes.ColumnNotFound, 7, field), (refusal?.Code, refusal?.Page, refusal?.Field));
        Assert.Contains($"“{headers[0]}”", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_places_or_counts_is_not_readable()
    {
        Assert.False(ColumnMap.Of(ReportSection.Declined, ["State", "Date Declined"]).IsReadable);
        Assert.False(ColumnMap.Of(ReportSection.Issued, ["County, State", "Remarks"]).IsReadable);
    }
}
