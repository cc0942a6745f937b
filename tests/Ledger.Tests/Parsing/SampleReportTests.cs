namespace DetainerLedger.Tests.Parsing;

public sealed class SampleReportTests
{
    [Theory]
    [MemberData(nameof(Samples.Reports), MemberType = typeof(Samples))]
    public void Every_total_of_a_sample_is_found(string name)
    {
        var (reading, expected) = (Samples.ReadReport(Samples.Bytes(name + ".pdf")), Samples.Expected(name));

        Assert.Equal("pdf", reading.Format);
        Assert.Equal((expected.Start, expected.End), (reading.Facts.Period.Start, reading.Facts.Period.End));
        Assert.Equal(expected.DetainersIssued, reading.Facts.DetainersIssued);
        Assert.Equal(expected.DetainersDeclined, reading.Facts.DeclinedAsStated);
        Assert.Equal(expected.DetainersDeclined, reading.Facts.Declines.Count);
        Assert.Equal(expected.HighestVolumeTotal, reading.Facts.HighestVolumeTotal);
        Assert.Equal(expected.Notices, reading.Facts.Notices.Select(notice => notice.Text));
        Assert.Empty(reading.Remarks);
    }

    [Theory]
    [MemberData(nameof(Samples.Reports), MemberType = typeof(Samples))]
    public void Every_row_of_issued_detainers_is_found_in_its_order(string name) => Assert.Equal(
        Samples.Expected(name).HighestVolume.Select(row => (row.Jurisdiction, row.Issued)),
        Samples.ReadReport(Samples.Bytes(name + ".pdf")).Facts.HighestVolume.Select(row => (row.AsPrinted, row.Issued)));

    [Theory]
    [MemberData(nameof(Samples.Reports), MemberType = typeof(Samples))]
    public void Every_declined_detainer_is_found_in_its_order(string name) => Assert.Equal(
        Samples.Expected(name).Declined.Select(row =>
            new ExpectedDecline($"{row.Jurisdiction}, {row.State}", "", row.Lea, row.Citizenship, row.Issued, row.Declined, row.Reason, row.Activity)),
        Samples.ReadReport(Samples.Bytes(name + ".pdf")).Facts.Declines.Select(row => new ExpectedDecline(
            row.AsPrinted,
            "",
            row.Agency ?? "",
            row.Citizenship ?? "",
            row.Issued ?? default,
            row.Declined ?? default,
            row.Reason ?? "",
            $"{row.Activity} ({(row.Disposition == "charge" ? "Charge" : row.Disposition == "conviction" ? "Conviction" : "?")})")));

    [Theory]
    [MemberData(nameof(Samples.Reports), MemberType = typeof(Samples))]
    public void Every_listing_is_found_in_its_order(string name) => Assert.Equal(
        Samples.Expected(name).Policies.Select(row => (row.Jurisdiction, row.Aor, row.Enacted, row.Policy, string.Join('\n', row.Criteria))),
        Samples.ReadReport(Samples.Bytes(name + ".pdf")).Facts.Listings
            .Select(row => (row.AsPrinted, row.Aor ?? "", row.Enacted ?? "", row.Policy ?? "", string.Join('\n', row.Criteria))));

    [Theory]
    [MemberData(nameof(Samples.Reports), MemberType = typeof(Samples))]
    public void Every_row_has_its_page_and_number(string name)
    {
        var reading = Samples.ReadReport(Samples.Bytes(name + ".pdf"));
        foreach (var sources in new[]
        {
            reading.Facts.HighestVolume.Select(row => row.Source).ToList(),
            [.. reading.Facts.Declines.Select(row => row.Source)],
            [.. reading.Facts.Listings.Select(row => row.Source)],
        })
        {
            Assert.Equal(Enumerable.Range(1, sources.Count), sources.Select(source => source.Row!.Value));
            Assert.Equal(sources.Select(source => source.Page).Order(), sources.Select(source => source.Page));
            Assert.All(sources, source =>
            {
                Assert.InRange(source.Page!.Value, 1, reading.Pages!.Value);
                Assert.Equal(Samples.Id, source.ReportId);
            });
        }
    }

    [Theory]
    [InlineData("ddor2017_01-28to02-03", 35, "Section III: Table of Jurisdictions that have Enacted Policies which Limit Cooperation with ICE")]
    [InlineData("ddor2017_02-11to02-17", 24, "Section III: Table of Jurisdictions that have Enacted Policies which Restrict Cooperation with ICE")]
    public void Titles_scope_and_definition_are_kept_word_for_word(string name, int pages, string third)
    {
        var reading = Samples.ReadReport(Samples.Bytes(name + ".pdf"));

        Assert.Equal(pages, reading.Pages);
        Assert.Equal(4, reading.Facts.SectionTitles.Count);
        Assert.Equal(third, reading.Facts.SectionTitles[2]);
        Assert.Equal("Section IV: Report Scope and Data Fidelity", reading.Facts.SectionTitles[3]);
        Assert.Equal(
            "A detainer is counted in the week it is recorded as declined. A jurisdiction may appear in one section and not in another. "
            + "Figures are subject to correction in later releases.",
            reading.Facts.Scope);
        Assert.StartsWith("This report lists the non-Federal jurisdictions", reading.Facts.Definition, StringComparison.Ordinal);
        Assert.EndsWith("declined detainers that ICE personnel have become aware of.", reading.Facts.Definition, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_breaks_across_pages_has_the_page_where_it_begins()
    {
        var listing = Samples.ReadReport(Samples.Bytes("ddor2017_02-04to02-10.pdf")).Facts.Listings.Single(row => row.AsPrinted == "Madera County, California");

        Assert.Equal(9, listing.Source.Page);
        Assert.Equal("San Francisco", listing.Aor);
    }
}
