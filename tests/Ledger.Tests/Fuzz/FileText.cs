using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>What stands in a file, taken out of it by other means than the reader's, and without any space.</summary>
internal sealed class FileText
{
    private readonly List<string> _texts = [];
    private readonly Lazy<List<string>> _lines;

    private FileText(IEnumerable<string> texts, Func<IEnumerable<string>> lines)
    {
        _texts.AddRange(texts.Select(Squeeze));
        _lines = new(() => [.. lines().Select(Squeeze)]);
    }

    public static FileText Of(string format, byte[] content) => format switch
    {
        "pdf" => OfPdf(content),
        "json" => new FileText([string.Join('\n', Values(JsonDocument.Parse(content.AsMemory(content.AsSpan().IndexOf((byte)'{'))).RootElement))], () => []),
        "xlsx" => new FileText(Parts(content), () => []),
        _ => new FileText([Encoding.UTF8.GetString(content), Encoding.Latin1.GetString(content), Encoding.Unicode.GetString(content), Encoding.BigEndianUnicode.GetString(content)], () => []),
    };

    /// <summary>Whether text stands somewhere in one piece; or on one line of a page with other letters between, where lines are printed over each other.</summary>
    public bool Has(string piece)
    {
        var wanted = Squeeze(piece);
        return _texts.Exists(text => text.Contains(wanted, StringComparison.Ordinal)) || _lines.Value.Exists(line => IsWithin(wanted, line));
    }

    /// <summary>Without spaces, and without what a typesetter adds or a reader may take for another.</summary>
    private static string Squeeze(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter is not ('\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff')))
            .Replace('\u2010', '-').Replace('\u2011', '-');

    private static bool IsWithin(string wanted, string line)
    {
        var found = 0;
        foreach (var letter in line)
            if (found < wanted.Length && letter == wanted[found]) found++;
        return found == wanted.Length;
    }

    private static FileText OfPdf(byte[] content)
    {
        using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        var pages = document.GetPages().Select(page => page.Letters).ToList();
        return new FileText(
            pages.Select(letters => string.Concat(letters.Select(letter => letter.Value))),
            () => pages.SelectMany(letters => Lines(letters, letter => letter.StartBaseLine.Y, letter => letter.StartBaseLine.X)
                .Concat(Lines(letters, letter => letter.StartBaseLine.X, letter => letter.StartBaseLine.Y))
                .Concat(Lines(letters, letter => letter.StartBaseLine.X, letter => -letter.StartBaseLine.Y))));
    }

    // Letters within a few points of each other, from left to right.
    private static IEnumerable<string> Lines(IReadOnlyList<Letter> letters, Func<Letter, double> across, Func<Letter, double> along)
    {
        var sorted = letters.OrderBy(across).ToList();
        for (var start = 0; start < sorted.Count;)
        {
            var end = start + 1;
            while (end < sorted.Count && across(sorted[end]) - across(sorted[end - 1]) < 2) end++;
            yield return string.Concat(sorted[start..end].OrderBy(along).Select(letter => letter.Value));
            start = end;
        }
    }

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
