using UglyToad.PdfPig.Content;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Prints a sample's facts anew, by hands that no sample knows: what is read must not depend on the layout.</summary>
public sealed class AnyLayoutTests
{
    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_facts_are_read_from_any_layout(int seed)
    {
        var expected = Samples.ExpectedInPlainLetters("ddor2017_02-04to02-10");
        var random = new Random(seed);
        using var printed = Print(expected, random, out var layout);

        var report = Samples.ReadReport(printed.Build()).Facts;

        AssertSame(
            layout, expected.HighestVolume.Select(row => $"{row.Jurisdiction}|{row.Issued}"), report.HighestVolume.Select(row => $"{row.AsPrinted}|{row.Issued}"));
        AssertSame(
            layout,
            expected.Declined.Select(row => $"{row.Jurisdiction}, {row.State}|{row.Lea}|{row.Citizenship}|{row.Issued}|{row.Declined}|{row.Reason}|{row.Activity}"),
            report.Declines.Select(row =>
                $"{row.AsPrinted}|{row.Agency}|{row.Citizenship}|{row.Issued}|{row.Declined}|{row.Reason}|{row.Activity} ({(row.Disposition == "charge" ? "Charge" : "Conviction")})"));
        AssertSame(
            layout,
            expected.Policies.Select(row => $"{row.Jurisdiction}|{row.Aor}|{row.Enacted}|{row.Policy}|{string.Join('/', row.Criteria)}"),
            report.Listings.Select(row => $"{row.AsPrinted}|{row.Aor}|{row.Enacted}|{row.Policy}|{string.Join('/', row.Criteria)}"));
    }

    private static void AssertSame(string layout, IEnumerable<string> expected, IEnumerable<string> read)
    {
        var wrong = expected.Zip(read).FirstOrDefault(pair => pair.First != pair.Second);
        Assert.True(wrong == default, $"{layout}: {wrong.Second} instead of {wrong.First}");
        Assert.Equal(expected.Count(), read.Count());
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(95, 16)];

    private static PrintedReport Print(ExpectedReport expected, Random random, out string layout)
    {
        var ruled = random.Next(3) == 0;
        var centred = random.Next(2) == 0;
        var gap = ruled ? 4 : new[] { 3.0, 6, 12 }[random.Next(3)];
        var centredAcross = random.Next(3) == 0;
        var breakRows = !centred && random.Next(2) == 0;
        var size = new[] { PageSize.Letter, PageSize.A4, PageSize.Legal, PageSize.A3 }[random.Next(4)];
        layout = $"{size}, ruled {ruled}, centred {centred}, across {centredAcross}, broken {breakRows}, gap {gap}";
        var printed = new PrintedReport(size)
        {
            FontSize = 8,
            Leading = 10,
            Ruled = ruled,
            Centred = centred,
            RowGap = gap,
            CentredAcross = centredAcross,
            BreakRows = breakRows,
            RepeatHeaders = random.Next(2) == 0,
            Footer = random.Next(2) == 0 ? "Weekly Declined Detainer Outcome Report – {0}" : null,
        };
        printed.Title()
            .Line("Section I: Highest Volume of Detainers Issued", bold: true).Space()
            .Table([40, 240], ["County, State", "Issued Detainers"], [.. expected.HighestVolume.Select(row => new[] { row.Jurisdiction, $"{row.Issued:N0}" })])
            .NextPage();

        (string Header, double Width, Func<ExpectedDecline, string> Text)[] declined =
        [
            ("Jurisdiction", 80, row => row.Jurisdiction),
            ("State", 60, row => row.State),
            ("Law Enforcement\nAgency (LEA)", 95, row => row.Lea),
            (random.Next(2) == 0 ? "Citizenship" : "Country of\nCitizenship", 75, row => row.Citizenship),
            ("Date Detainer\nIssued", 62, row => $"{row.Issued.Month}/{row.Issued.Day}/{row.Issued.Year}"),
            ("Date Detainer\nDeclined", 62, row => $"{row.Declined.Month}/{row.Declined.Day}/{row.Declined.Year}"),
            ("LEA Detainer\nPolicy", 100, row => row.Reason),
            ("Notable Criminal Activity", 110, row => row.Activity),
        ];
        random.Shuffle(declined);
        layout += ", " + string.Join('|', declined.Select(column => column.Header.Replace('\n', ' ')));
        var columns = Columns(declined.Select(column => column.Width));
        printed.Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space()
            .Table(
                columns[..^1],
                [.. declined.Select(column => column.Header)],
                [.. expected.Declined.Select(row => printed.Fit(columns[..^1], columns[^1], [.. declined.Select(column => column.Text(row))]))])
            .NextPage();

        (string Header, double Width, Func<ExpectedPolicy, string> Text)[] policies =
        [
            ("Jurisdiction (AOR)", 130, row => $"{row.Jurisdiction} ({row.Aor})"),
            ("Date\nEnacted", 50, row => row.Enacted),
            ("Policy", 150, row => row.Policy),
            ("Criteria for Honoring Detainer", 260, row => string.Join('\n', row.Criteria.Select(item => "• " + item))),
        ];
        random.Shuffle(policies);
        layout += ", " + string.Join('|', policies.Select(column => column.Header.Replace('\n', ' ')));
        columns = Columns(policies.Select(column => column.Width));
        return printed.Line("Section III: Table of Jurisdictions that have Enacted Policies", bold: true).Space()
            .Table(
                columns[..^1],
                [.. policies.Select(column => column.Header)],
                [.. expected.Policies.Select(row => printed.Fit(columns[..^1], columns[^1], [.. policies.Select(column => column.Text(row))]))]);
    }

    private static double[] Columns(IEnumerable<double> widths)
    {
        var columns = new List<double> { 40 };
        foreach (var width in widths) columns.Add(columns[^1] + width + 6);
        return [.. columns];
    }
}
