using System.Text;
using DetainerLedger.Parsing;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace DetainerLedger.Tests.Parsing;

public sealed class RefusalTests
{
    [Fact]
    public void Rejects_an_empty_file() => Assert.Equal(RefusalCodes.DamagedFile, Samples.ReadRefusal([]).Code);

    [Theory]
    [InlineData("PK\u0003\u0004zip")]
    [InlineData("\u00d0\u00cf\u0011\u00e0ole")]
    [InlineData("\0\0\0\0")]
    public void Rejects_a_format_without_a_parser(string content)
    {
        var reading = Assert.IsType<Reading.Refused>(Samples.Read(Encoding.Latin1.GetBytes(content), "report.pdf"));

        Assert.Equal((RefusalCodes.UnsupportedFormat, null), (reading.Refusal.Code, reading.Format));
    }

    [Fact]
    public void Rejects_a_file_with_too_many_bytes() =>
        Assert.Equal(RefusalCodes.TooLarge, Samples.ReadRefusal(new byte[11], new ReadingLimits { Bytes = 10 }).Code);

    [Fact]
    public void Rejects_a_pdf_with_too_many_pages() =>
        Assert.Equal(RefusalCodes.TooLarge, Samples.ReadRefusal(Samples.Bytes("ddor2017_02-04to02-10.pdf"), new ReadingLimits { Pages = 22 }).Code);

    [Fact]
    public void Rejects_a_pdf_with_too_many_rows() =>
        Assert.Equal(RefusalCodes.TooLarge, Samples.ReadRefusal(Samples.Bytes("ddor2017_02-04to02-10.pdf"), new ReadingLimits { Rows = 100 }).Code);

    [Fact]
    public void Rejects_a_file_that_takes_too_long() => Assert.Equal(
        RefusalCodes.TooLarge, Samples.ReadRefusal(Samples.Bytes("ddor2017_02-04to02-10.pdf"), new ReadingLimits { Time = TimeSpan.Zero }).Code);

    [Fact]
    public void Stops_when_the_caller_does()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Samples.Read(Samples.Bytes("ddor2017_02-04to02-10.pdf"), cancellation: stop.Token));
    }

    [Fact]
    public void Rejects_a_pdf_of_something_else() =>
        Assert.Equal(RefusalCodes.NotAReport, Samples.ReadRefusal(new PrintedReport().Line("Minutes of the meeting of February 4, 2017").Build()).Code);

    [Fact]
    public void Rejects_a_pdf_without_text()
    {
        var document = new PdfDocumentBuilder();
        document.AddPage(PageSize.Letter);
        Assert.Equal(RefusalCodes.NoText, Samples.ReadRefusal(document.Build()).Code);
    }

    [Fact]
    public void Rejects_a_report_without_a_period()
    {
        var refusal = Samples.ReadRefusal(new PrintedReport().Title("in a week").Line("Section I: Highest Volume of Detainers Issued").Build());

        Assert.Equal((RefusalCodes.PeriodNotFound, 1, "period"), (refusal.Code, refusal.Page, refusal.Field));
    }

    [Fact]
    public void Rejects_a_report_without_sections() => Assert.Equal(RefusalCodes.NoRows, Samples.ReadRefusal(new PrintedReport().Title().Build()).Code);

    [Fact]
    public void Rejects_a_section_without_rows()
    {
        var refusal = Samples.ReadRefusal(new PrintedReport().Title()
            .Line("Section I: Highest Volume of Detainers Issued", bold: true).Space().Table([40, 200], ["County, State", "Issued Detainers"], ["Kern County, California", "65"])
            .NextPage()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space().Table([40, 200, 300], ["Jurisdiction", "State", "Date Declined"])
            .Build());

        Assert.Equal((RefusalCodes.NoRows, 2, "declines"), (refusal.Code, refusal.Page, refusal.Field));
    }

    [Fact]
    public void Accepts_the_statement_that_no_detainer_was_declined()
    {
        var report = Samples.ReadReport(new PrintedReport().Title()
            .Line("Section I: Highest Volume of Detainers Issued", bold: true).Space().Table([40, 200], ["County, State", "Issued Detainers"], ["Kern County, California", "65"])
            .NextPage()
            .Line("Section II: Jurisdictions with Recorded Declined Detainers", bold: true).Space().Line("There were no declined detainers recorded.")
            .Build()).Facts;

        Assert.Equal(0, report.DeclinedAsStated);
        Assert.Empty(report.Declines);
    }

    [Fact]
    public void Rejects_a_pdf_with_a_password()
    {
        // The dictionary of a file that was encrypted with a password, appended as an update.
        var pdf = Encoding.Latin1.GetString(new PrintedReport().Title().Build());
        var encrypted = pdf.Replace(
            "/Root",
            "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O (" + new string('o', 32) + ") /U (" + new string('u', 32) + ") >> /ID [ (0123456789abcdef) (0123456789abcdef) ] /Root",
            StringComparison.Ordinal);
        Assert.Equal(RefusalCodes.EncryptedFile, Samples.ReadRefusal(Encoding.Latin1.GetBytes(encrypted)).Code);
    }

    [Fact]
    public void Reads_a_pdf_behind_other_bytes()
    {
        var reading = Samples.Read([.. "\r\nContent-Type: application/pdf\r\n\r\n"u8, .. Samples.Bytes("ddor2017_02-04to02-10.pdf")]);

        Assert.Equal(47, Assert.IsType<Reading.Report>(reading).Facts.Declines.Count);
    }

    [Fact]
    public void Rejects_a_pdf_of_which_a_page_is_broken()
    {
        var pdf = Samples.Bytes("ddor2017_02-04to02-10.pdf");
        var stream = Encoding.Latin1.GetString(pdf).IndexOf("stream\n", 20_000, StringComparison.Ordinal);
        pdf[stream + 600] ^= 0x55;

        Assert.Equal(RefusalCodes.DamagedFile, Samples.ReadRefusal(pdf).Code);
    }

    [Fact]
    public void Rejects_a_pdf_that_inflates_without_end() => Assert.Equal(
        RefusalCodes.TooLarge, Samples.ReadRefusal(Samples.Bytes("ddor2017_02-04to02-10.pdf"), new ReadingLimits { InflatedBytes = 50_000 }).Code);

    [Theory]
    [InlineData("[")]
    [InlineData("<< /A ")]
    public void Rejects_a_pdf_nested_without_end(string open)
    {
        var nested = "%PDF-1.4\n1 0 obj\n" + string.Concat(Enumerable.Repeat(open, 100_000)) + "\nendobj\ntrailer << /Root 1 0 R /Size 2 >>\nstartxref\n9\n%%EOF\n";

        Assert.Equal(RefusalCodes.DamagedFile, Samples.ReadRefusal(Encoding.Latin1.GetBytes(nested)).Code);
    }

    [Theory]
    [InlineData(20170204)]
    [InlineData(20170211)]
    public void A_damaged_pdf_is_read_or_refused_but_never_thrown_out(int seed)
    {
        var random = new Random(seed);
        var sample = Samples.Bytes("ddor2017_02-04to02-10.pdf");
        for (var round = 0; round < 50; round++)
        {
            var damaged = round % 2 == 0 ? sample[..random.Next(sample.Length)] : (byte[])sample.Clone();
            for (var flips = round % 2 * random.Next(1, 40); flips > 0; flips--) damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);

            var reading = Samples.Read(damaged, limits: new ReadingLimits { Time = TimeSpan.FromSeconds(10) });
            if (reading is Reading.Report report) Assert.NotEmpty(report.Facts.Declines);
            else Assert.NotEmpty(Assert.IsType<Reading.Refused>(reading).Refusal.Message);
            if (round % 2 == 0) Assert.IsType<Reading.Refused>(reading);
        }
    }
}
