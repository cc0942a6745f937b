namespace DetainerLedger.Parsing.Pdf;

/// <summary>A word and its position on the page, in points; the vertical axis points up.</summary>
/// <param name="IsNarrowlyApart">Whether the distance to the preceding word is less than a space, in a text that has spaces: the two may be one word.</param>
internal sealed record PdfWord(string Text, double Left, double Right, double Baseline, double Size, string Font, bool IsNarrowlyApart = false)
{
    public double Centre => (Left + Right) / 2;
}

/// <summary>Words on one baseline, from left to right, across the whole page.</summary>
internal sealed record TextLine(int Page, IReadOnlyList<PdfWord> Words)
{
    public double Baseline { get; } = Words[0].Baseline;

    public double Left { get; } = Words[0].Left;

    public double Right { get; } = Words.Max(word => word.Right);

    public double Size { get; } = Words.Max(word => word.Size);

    public string Font => Words[0].Font;

    public string Text { get; } = string.Join(' ', Words.Select(word => word.Text));
}

/// <summary>A horizontal line that is drawn on the page.</summary>
internal sealed record Rule(double Y, double Left, double Right);

/// <summary>The content of a page: its lines of text from top to bottom, and the lines drawn on it.</summary>
/// <param name="Shadings">The filled areas that can be the background of rows or cells.</param>
/// <param name="Stamps">The texts of stamps and watermarks that were removed from it, without spaces.</param>
/// <param name="IsEmpty">Whether the page has no content at all, not even white.</param>
internal sealed record PageText(int Number, double Height, IReadOnlyList<TextLine> Lines, IReadOnlyList<Rule> Rules, IReadOnlyList<Shape> Shadings, IReadOnlyList<string> Stamps, bool IsEmpty);
