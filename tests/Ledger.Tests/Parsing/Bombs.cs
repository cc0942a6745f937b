using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Small files that are meant to make a reader run out of memory, stack or time.</summary>
internal static class Bombs
{
    private const string Header =
        "<row><c t=\"inlineStr\"><is><t>County, State</t></is></c><c t=\"inlineStr\"><is><t>Issued Detainers</t></is></c></row>";

    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    public static byte[] Make(string name) => name switch
    {
        "a page of a gigabyte" => HandmadePdf.OnePage().AddDeflated("0 0 m ", 180_000_000).Build(),
        "a gigabyte deflated twice" => HandmadePdf.OnePage()
            .AddStream(HandmadePdf.Deflate(Encoding.Latin1.GetString(HandmadePdf.Deflate("q ", 500_000_000)), 1), "/Filter [/FlateDecode /FlateDecode]").Build(),
        "one stream a thousand times" => HandmadePdf.OnePage($"/Contents [{Repeat("4 0 R ", 1000)}]").AddDeflated("q Q ", 3_000_000).Build(),
        "values without an operation" => HandmadePdf.OnePage().AddDeflated("1.5 ", 3_900_000 / 4).Build(),
        "operations" => HandmadePdf.OnePage().AddDeflated("q Q\n", 1_000_000).Build(),
        "letters" => HandmadePdf.OnePage("/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>")
            .AddDeflated($"BT /F 9 Tf ({Repeat("a", 3_900_000)}) Tj ET").Add(Font).Build(),
        "a form that draws itself by another" => HandmadePdf.OnePage("/Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>").AddStream("/A Do")
            .AddStream("/B Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /B 6 0 R >> >>")
            .AddStream("/A Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >>").Build(),
        "forms that draw ten forms each" => Forms(12),
        "a page of branches" => PageTree(200_000),
        "a page tree in a circle" => new HandmadePdf().Add("<< /Type /Catalog /Pages 2 0 R >>").Add("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>").Build(),
        "names in a circle" => HandmadePdf.OnePage("", "/Names << /Dests 4 0 R >>").Add("<< /Kids [4 0 R] >>").Build(),
        "escaped names in a circle" => HandmadePdf.OnePage("", "/Names << /D#65sts 4 0 R >>").Add("<< /Kids [4 0 R] >>").Build(),
        "an object that is itself" => HandmadePdf.OnePage("/Contents 4 0 R /Resources 4 0 R").Add("4 0 R").Build(),
        "lists in a circle" => HandmadePdf.OnePage("/Contents 4 0 R /Resources << /Font 4 0 R >>").Add("[ 5 0 R ]").Add("%\n[4 0 R]").Build(),
        "a million million characters" => HandmadePdf.OnePage("/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>").AddStream("BT /F 9 Tf (a) Tj ET")
            .Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>")
            .AddStream("1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange").Build(),
        "a row without width" => HandmadePdf.OnePage().AddDeflated("q Q ", 100, "/DecodeParms << /Predictor 2 /Columns 0 >>").Build(),
        "a row of a gigabyte" => HandmadePdf.OnePage().AddDeflated("q Q ", 100, "/DecodeParms << /Predictor 12 /Columns 2000000000 >>").Build(),
        "a stream of objects" => HandmadePdf.OnePage("/Contents 4 0 R")
            .AddDeflated("4 0 " + "[" + Repeat("0.5 ", 3_900_000), 1, "/Type /ObjStm /N 1 /First 4").Build(),
        "lists in lists" => HandmadePdf.OnePage().AddDeflated(Repeat("[", 2_000_000)).Build(),
        "colours in a circle" => HandmadePdf.OnePage("/Contents 4 0 R /Resources << /ColorSpace << /C 5 0 R >> /Pattern << /P 6 0 R >> /ExtGState << /G << /SMask << /S /Alpha /G 6 0 R /TR 7 0 R >> >> >> >>")
            .AddStream("/C cs 1 sc /G gs").Add("[/Indexed 5 0 R 1 <00>]").Add("<< /PatternType 2 /Shading << /ShadingType 2 /ColorSpace 5 0 R /Function 7 0 R >> >>")
            .Add("<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R] /Bounds [] /Encode [0 1] >>").Build(),
        "kids" => new HandmadePdf().Add("<< /Type /Catalog /Pages 2 0 R >>").Add($"<< /Type /Pages /Kids [{Repeat("3 0 R ", 2_000_000)}] /Count 1 >>").Add("<< /Type /Page >>").Build(),
        "some kids" => new HandmadePdf().Add("<< /Type /Catalog /Pages 2 0 R >>").Add($"<< /Type /Pages /Kids [{Repeat("3 0 R ", 690_000)}] /Count 1 >>").Add("<< /Type /Page >>").Build(),
        "objects without an end" => Encoding.Latin1.GetBytes("%PDF-1.7\n" + Repeat("1 0 obj ", 5_000_000) + "%%EOF"),
        "a million rows" => Encoding.UTF8.GetBytes("{\"week\":\"2017-02-04\",\"declines\":[" + Repeat("{\"jurisdiction\":\"Travis County, Texas\"},", 1_200_000) + "{}]}"),
        "values of json" => Encoding.UTF8.GetBytes("{\"declines\":[" + Repeat("0,", 25_000_000) + "0]}"),
        "keys of json" => Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, 4_000_000).Select(key => $"\"{key}\":0")) + "}"),
        "nested json" => Encoding.UTF8.GetBytes(Repeat("{\"a\":", 5_000_000)),
        "a million rows of text" => Encoding.UTF8.GetBytes("section,jurisdiction,declined\n" + Repeat("declined,\"Travis County, Texas\",2017-02-05\n", 1_200_000)),
        "a text without an end" => Encoding.UTF8.GetBytes("section,jurisdiction,reason\ndeclined,\"" + Repeat("Travis\n", 6_000_000)),
        "a workbook of a million rows" => Workbook(Header + Repeat("<row><c t=\"inlineStr\"><is><t>Kern County, California</t></is></c><c><v>65</v></c></row>", 700_000)),
        "a workbook of a gigabyte" => Workbook(Repeat("<row/>", 170_000_000)),
        "one text in every cell" => Workbook(
            Header + Repeat("<row><c t=\"s\"><v>0</v></c><c><v>65</v></c></row>", 40_000), $"<si><t>{Repeat("Kern County ", 2500)}</t></si>"),
        "a workbook of levels" => Workbook(Repeat("<row>", 5_000_000)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static TheoryData<string, string> All => new()
    {
        { "a page of a gigabyte", "too-large" },
        { "a gigabyte deflated twice", "too-large" },
        { "one stream a thousand times", "too-large" },
        { "values without an operation", "no-text" },
        { "operations", "too-large" },
        { "letters", "too-large" },
        { "a form that draws itself by another", "damaged-file" },
        { "forms that draw ten forms each", "too-large" },
        { "a page of branches", "damaged-file" },
        { "a page tree in a circle", "damaged-file" },
        { "names in a circle", "no-text" },
        { "escaped names in a circle", "no-text" },
        { "an object that is itself", "damaged-file" },
        { "lists in a circle", "damaged-file" },
        { "a million million characters", "damaged-file" },
        { "a row without width", "damaged-file" },
        { "a row of a gigabyte", "damaged-file" },
        { "a stream of objects", "too-large" },
        { "lists in lists", "damaged-file" },
        { "colours in a circle", "no-text" },
        { "kids", "too-large" },
        { "some kids", "too-large" },
        { "objects without an end", "too-large" },
        { "a million rows", "too-large" },
        { "values of json", "too-large" },
        { "keys of json", "too-large" },
        { "nested json", "damaged-file" },
        { "a million rows of text", "too-large" },
        { "a text without an end", "too-large" },
        { "a workbook of a million rows", "too-large" },
        { "a workbook of a gigabyte", "too-large" },
        { "one text in every cell", "too-large" },
        { "a workbook of levels", "too-large" },
    };

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Workbook(string rows, string texts = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"<Types xmlns='{Package}/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + $"<Override PartName='/xl/workbook.xml' ContentType='{Types}.sheet.main+xml'/><Override PartName='/xl/sheet.xml' ContentType='{Types}.worksheet+xml'/>"
                + $"<Override PartName='/xl/texts.xml' ContentType='{Types}.sharedStrings+xml'/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns='{Package}/relationships'><Relationship Id='r' Type='{Relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Relations}'><sheets><sheet name='Issued' sheetId='1' r:id='s'/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{Package}/relationships'><Relationship Id='s' Type='{Relations}/worksheet' Target='sheet.xml'/>"
                + $"<Relationship Id='t' Type='{Relations}/sharedStrings' Target='texts.xml'/></Relationships>");
            Add("xl/texts.xml", $"<sst xmlns='{Main}'>{texts}</sst>");
            Add("xl/sheet.xml", $"<worksheet xmlns='{Main}'><sheetData>", rows, "</sheetData></worksheet>");

            void Add(string name, params ReadOnlySpan<string> xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                foreach (var part in xml) writer.Write(part);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Forms(int depth)
    {
        var pdf = HandmadePdf.OnePage("/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>").AddStream("/X Do");
        for (var form = 0; form < depth; form++)
            pdf.AddStream(Repeat("/X Do ", 10), string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {6 + form} 0 R >> >>"));
        return pdf.AddStream("", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]").Build();
    }

    private static byte[] PageTree(int branches)
    {
        var pdf = new HandmadePdf().Add("<< /Type /Catalog /Pages 2 0 R >>");
        for (var branch = 0; branch < branches; branch++) pdf.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{branch + 3} 0 R] /Count 1 >>"));
        return pdf.Add("<< /Type /Page >>").Build();
    }
}
