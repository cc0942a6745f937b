using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Util;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Makes marks of the letters that a page's operations draw.</summary>
internal sealed class PageLetters(PrintedMarks marks)
{
    private (IFont? Font, string Name) _named = (null, "");
    private int _lastText;

    /// <summary>Combines an accent with the preceding letter of its text, over which it is printed.</summary>
    /// <param name="offset">The position of the letter in its text.</param>
    /// <param name="text">The number of its text.</param>
    /// <returns>Whether it is one.</returns>
    public bool IsAccent(string unicode, long offset, int text)
    {
        if (!Diacritics.IsInCombiningDiacriticRange(unicode) || offset <= 0 || marks.Letters.Count == 0 || _lastText != text
            || !Diacritics.TryCombineDiacriticWithPreviousLetter(unicode, marks.Letters[^1].Text, out var combined)) return false;
        marks.Letters[^1] = marks.Letters[^1] with { Text = combined };
        return true;
    }

    /// <param name="toPage">From the units of the letter's font to the page.</param>
    /// <param name="visible">The visible part of the page.</param>
    /// <param name="text">As in <see cref="IsAccent"/>.</param>
    public void Add(IFont font, int code, string unicode, double width, in TransformationMatrix toPage, ClipArea visible, bool isInvisible, int text)
    {
        if (!ReferenceEquals(font, _named.Font)) _named = (font, font.Details.Name);
        if (IsUnknown(font, code, unicode) || (unicode.Length == 0 && width > 0)) unicode = PrintedLetter.Unknown;
        var start = toPage.Transform(new PdfPoint(0, 0));
        var end = toPage.Transform(new PdfPoint(width, 0));

        // PdfPig's point size is valid for upright text only.
        var top = toPage.Transform(new PdfPoint(0, 1));
        if (visible.Hides(start, end, top)) return;
        marks.Letters.Add(new PrintedLetter(unicode, start, end, double.Hypot(top.X - start.X, top.Y - start.Y), _named.Name, isInvisible));
        _lastText = text;
    }

    private static bool HasControl(string unicode)
    {
        foreach (var letter in unicode)
            if (char.IsControl(letter)) return true;
        return false;
    }

    // If a font doesn't map a code to a character, PdfPig takes the code itself as the character. A code in the range of
    // control characters is certainly something else: old fonts have their ligatures and dashes there. A glyph that takes up space
    // and is mapped to no character is unknown too.
    private static bool IsUnknown(IFont font, int code, string unicode) =>
        unicode.Contains('\ufffd', StringComparison.Ordinal) || (HasControl(unicode) && !(font.TryGetUnicode(code, out var known) && known.All(char.IsWhiteSpace)));
}
