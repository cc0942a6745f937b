using DetainerLedger.Parsing.Prose;

namespace DetainerLedger.Tests.Parsing;

public sealed class FileNamePeriodTests
{
    [Theory]
    [InlineData("ddor2017_02-04to02-10.pdf", "2017-02-04", "2017-02-10")]
    [InlineData("DDOR 2016_12-31 to 01-06 (corrected).pdf", "2016-12-31", "2017-01-06")]
    [InlineData("reports/ddor2017-2-4_2-10.csv", "2017-02-04", "2017-02-10")]
    public void A_name_contains_the_days(string name, string start, string end) => Assert.Equal(
        (DateOnly.Parse(start, null), DateOnly.Parse(end, null)), (FileNamePeriod.Find(name)!.Start, FileNamePeriod.Find(name)!.End));

    [Theory]
    [InlineData("dropped")]
    [InlineData("report-2017-02.pdf")]
    [InlineData("ddor2017_02-30to03-05.pdf")]
    [InlineData("ddor2017_02-04to11-10.pdf")]
    public void Other_names_contain_no_days(string name) => Assert.Null(FileNamePeriod.Find(name));

    [Fact]
    public void A_name_with_other_days_than_the_text_is_remarked() =>
        Assert.Equal("file-name-mismatch", Assert.Single(Samples.ReadReport(Samples.Bytes("ddor2017_02-04to02-10.pdf"), "ddor2017_02-11to02-17.pdf").Remarks).Code);

    [Fact]
    public void A_name_with_the_same_days_is_not() =>
        Assert.Empty(Samples.ReadReport(Samples.Bytes("ddor2017_02-04to02-10.pdf"), "ddor2017_02-04to02-10.pdf").Remarks);
}
