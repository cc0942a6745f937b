using DetainerLedger.Parsing.Tables;

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
    public void Headers_are_known_by_many_names(ReportSection section, string header, ReportField field) => Assert.Equal(field, HeaderSynonyms.Find(section, header));

    [Fact]
    public void Columns_come_in_any_order_and_some_are_nobodys()
    {
        var map = ColumnMap.Of(ReportSection.Declined, ["Remarks", "State", "Date Declined", "Jurisdiction", "State"]);

        Assert.Equal((3, 1, 2), (map.IndexOf(ReportField.Place), map.IndexOf(ReportField.State), map.IndexOf(ReportField.DeclinedOn)));
        Assert.Null(map.IndexOf(ReportField.IssuedOn));
        Assert.True(map.IsReadable);
    }

    [Fact]
    public void A_table_without_places_or_counts_is_not_readable()
    {
        Assert.False(ColumnMap.Of(ReportSection.Declined, ["State", "Date Declined"]).IsReadable);
        Assert.False(ColumnMap.Of(ReportSection.Issued, ["County, State", "Remarks"]).IsReadable);
    }
}
