using System.IO.Compression;
using System.Text;
using DetainerLedger.Parsing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Files that look like a workbook but aren't one, or are made to harm the reader.</summary>
public sealed class XlsxRefusalTests
{
    private const string SheetPart = "xl/worksheets/sheet";

    [Fact]
    public void A_zip_of_other_files_is_no_format_that_is_read() => AssertUnsupported(Zip(("readme.txt", "Hello")));

    [Fact]
    public void A_word_document_is_no_format_that_is_read()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("Minutes")))));

        AssertUnsupported(stream.ToArray());
    }

    [Fact]
    public void An_old_xls_is_no_format_that_is_read() => AssertUnsupported([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. Encoding.Unicode.GetBytes("Workbook")]);

    [Fact]
    public void A_workbook_with_a_password_is_encrypted() => AssertRefused(
        RefusalCodes.EncryptedFile, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")]);

    [Fact]
    public void A_workbook_that_was_cut_off_is_damaged()
    {
        var whole = Workbook();
        for (var length = 50; length < whole.Length; length += 97)
            AssertRefused(RefusalCodes.DamagedFile, whole[..length]);
    }

    [Fact]
    public void A_sheet_that_is_no_xml_is_damaged() => AssertRefused(RefusalCodes.DamagedFile, WithSheet("<worksheet><sheetData>"));

    [Fact]
    public void A_cell_outside_of_any_sheet_is_damaged()
    {
        AssertRefused(RefusalCodes.DamagedFile, WithRows("""<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>"""));
        AssertRefused(RefusalCodes.DamagedFile, WithRows("""<row r="1"><c t="s"><v>99999</v></c></row>"""));
    }

    [Fact]
    public void A_cell_with_two_texts_is_damaged()
    {
        AssertRefused(RefusalCodes.DamagedFile, WithRows("""<row r="1"><c t="inlineStr"><is><t>Jail</t></is><is><t>Texas</t></is></c></row>"""));
        AssertRefused(RefusalCodes.DamagedFile, WithRows("""<row r="1"><c><v>1</v><v>2</v></c></row>"""));
    }

    [Fact]
    public void Entities_are_never_expanded() => AssertRefused(RefusalCodes.DamagedFile, WithSheet(
        """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>"""));

    [Fact]
    public void A_part_that_inflates_beyond_the_limit_is_too_large() =>
        AssertRefused(RefusalCodes.TooLarge, WithSheet(new string(' ', 2_000_000)), new ReadingLimits { InflatedBytes = 1_000_000 });

    [Fact]
    public void A_part_that_lies_about_its_size_is_refused()
    {
        var bomb = WithSheet(new string(' ', 2_000_000) + "<worksheet/>");
        var size = BitConverter.GetBytes(2_000_012);
        for (var at = bomb.AsSpan().IndexOf(size); at >= 0; at = bomb.AsSpan().IndexOf(size)) BitConverter.GetBytes(10).CopyTo(bomb, at);

        AssertRefused(RefusalCodes.DamagedFile, bomb, new ReadingLimits { InflatedBytes = 1_000_000 });
    }

    [Fact]
    public void More_parts_than_any_workbook_has_are_too_large() =>
        AssertRefused(RefusalCodes.TooLarge, Zip([.. Enumerable.Range(0, 10_001).Select(index => ($"{index}", ""))]));

    [Theory]
    [InlineData("<a>", "</a>", 100_000)]
    [InlineData("<row><c t=\"inlineStr\"><is>", "</is></c></row>", 100)]
    public void Deep_nesting_is_too_large(string open, string close, int levels) =>
        AssertRefused(RefusalCodes.TooLarge, WithRows(string.Concat(Enumerable.Repeat(open, levels)) + string.Concat(Enumerable.Repeat(close, levels))));

    [Fact]
    public void Names_without_end_are_too_large() => AssertRefused(RefusalCodes.TooLarge, WithRows(string.Concat(Enumerable.Range(0, 20_000).Select(index => $"<a{index}/>"))));

    [Fact]
    public void A_cell_larger_than_a_cell_can_be_is_too_large()
    {
        var text = new string('x', 2_000_000);
        AssertRefused(RefusalCodes.TooLarge, WithRows($"""<row><c t="str"><v>{text}</v></c></row>"""));
        AssertRefused(RefusalCodes.TooLarge, WithRows($"""<row><c t="str" x="{text}"/></row>"""));
        AssertRefused(RefusalCodes.TooLarge, WithRows($"""<row><c t="str"><v><![CDATA[{text.Replace("xx", "<>", StringComparison.Ordinal)}]]></v></c></row>"""));
    }

    [Fact]
    public void Text_without_end_is_too_large() => AssertRefused(
        RefusalCodes.TooLarge, WithRows(string.Concat(Enumerable.Repeat("""<row><c t="str"><v>x</v></c></row>""", 1000))), new ReadingLimits { Characters = 10_000 });

    private static byte[] Workbook() => new WrittenXlsx { SharesTexts = false }
        .Sheet("Report", ["Name", "Value"], ["Week", "2017-02-04"]).Sheet("Issued", ["Jurisdiction", "Count"], ["Kern County, California", "65"]).Build();

    private static byte[] WithRows(string rows) =>
        WithSheet($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""");

    /// <summary>A workbook whose first sheet was replaced.</summary>
    private static byte[] WithSheet(string xml)
    {
        using var stream = new MemoryStream();
        stream.Write(Workbook());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.First(entry => entry.FullName.StartsWith(SheetPart, StringComparison.Ordinal));
            var name = sheet.FullName;
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(xml);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }

        return stream.ToArray();
    }

    private static void AssertUnsupported(byte[] content)
    {
        var reading = Assert.IsType<Reading.Refused>(Samples.Read(content));
        Assert.Equal((RefusalCodes.UnsupportedFormat, null), (reading.Refusal.Code, reading.Format));
    }

    private static void AssertRefused(string code, byte[] content, ReadingLimits? limits = null)
    {
        var reading = Assert.IsType<Reading.Refused>(Samples.Read(content, limits: limits));
        Assert.True(code == reading.Refusal.Code, reading.Refusal.ToString());
        Assert.Equal("xlsx", reading.Format);
    }
}
