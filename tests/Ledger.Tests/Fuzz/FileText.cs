using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using DetainerLedger.Parsing.Tables;
using UglyToad.PdfPig;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>The text of a file, extracted by other means than the reader's, and without any space.</summary>
internal sealed class FileText
{
    private readonly List<string> _texts = [];
    private readonly Lazy<List<PrintedLine>> _lines;

    private FileText(IEnumerable<string> texts, Func<IEnumerable<PrintedLine>> lines)
    {
        _texts.AddRange(texts.Select(Squeeze));
        _lines = new(() => [.. lines()]);
    }

    public static FileText Of(string format, byte[] content) => format switch
    {
        "pdf" => OfPdf(content),
        "json" => new FileText([string.Join('\n', Values(JsonDocument.Parse(content.AsMemory(content.AsSpan().IndexOf((byte)'{'))).RootElement))], () => []),
        "xlsx" => new FileText(Parts(content), () => []),
        _ => new FileText(
            new[] { Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding(1252)!, Encoding.Unicode, Encoding.BigEndianUnicode }
                .Select(encoding => encoding.GetString(content).Replace("\"\"", "\"", StringComparison.Ordinal)),
            () => []),
    };

    /// <summary>Whether the file contains a text in one piece.</summary>
    public bool HasInOnePiece(string piece) => Squeeze(piece) is var wanted && _texts.Exists(text => text.Contains(wanted, StringComparison.Ordinal));

    /// <summary>Whether the file contains a text in one piece; or on one line of a page among other letters, where something is printed over it.</summary>
    public bool Has(string piece) => HasInOnePiece(piece) || (Squeeze(piece) is var wanted && _lines.Value.Exists(line => line.Has(wanted)));

    /// <summary>Without spaces, without what a typesetter adds, and with full-width digits and signs as ASCII has them.</summary>
    internal static string Squeeze(string text) =>
        string.Concat((CellReader.Text(text) ?? "").Where(letter => letter != ' ').Select(letter => letter is >= '\uff01' and <= '\uff5e' ? (char)(letter - 0xfee0) : letter));

    private static FileText OfPdf(byte[] content)
    {
        using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        var pages = document.GetPages().Select(page => page.Letters).ToList();
        var texts = pages.ConvertAll(letters => string.Concat(letters.Select(letter => letter.Value)));
        // A word that is hyphenated at a line's end may be printed nowhere else.
        return new FileText(texts.Concat(texts.Select(WithoutHyphens)), () => pages.SelectMany(PrintedLine.Of));
    }

    private static string WithoutHyphens(string text) => text.Replace("-", "", StringComparison.Ordinal).Replace("\u2010", "", StringComparison.Ordinal);

    private static IEnumerable<string> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Values(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Values),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };

    private static List<string> Parts(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        var parts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var reading = new StreamReader(entry.Open());
            var xml = reading.ReadToEnd();
            parts.Add(WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(xml, "<[^>]*>", " ")));
        }

        return parts;
    }
}
