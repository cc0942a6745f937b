using System.Runtime.InteropServices;
using UglyToad.PdfPig.Core;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Builds words from letters, and lines from words, by their positions: the order in which a producer writes them isn't reliable.</summary>
internal static class PageReader
{
    // Relative to the font size.
    private const double WordGap = 0.17;
    private const double NarrowGap = 0.22;
    private const double ApostropheGap = 0.4;
    private const double HairSpace = 0.1;

    // Relative to the size of the letters, in common fonts.
    private const double WidestSpace = 0.35;
    private const double Overlap = 0.2;
    private const double SameBaseline = 0.15;
    private const double SameLine = 0.35;

    private const double ThickestRule = 2.5;
    private const double SteepestLine = 0.7;
    private const double ShortestRule = 8;
    private const double HighestRow = 200;

    public static PageText Read(int page, double width, double height, PrintedMarks marks, bool isEmpty)
    {
        var turn = Turn.Of(marks.Letters, width, height);
        var words = Words(Stamps.Remove(OnPage(turn, marks, turn.IsSideways ? width : height), out var stamps));
        words.AddRange(DrawnBullets.Of([.. marks.Spots.Select(turn.Place)], words).ToList());
        return new PageText(page, turn.IsSideways ? width : height, Lines(page, words), Rules(marks.Strokes, turn), [.. marks.Shadings.Select(turn.Place)], stamps, isEmpty);
    }

    /// <summary>Whether a stroke is long and thin enough for a line of a table, in either direction of the page.</summary>
    public static bool CanBeRule(PrintedStroke stroke) =>
        Math.Min(stroke.Width, stroke.Height) <= ThickestRule && Math.Max(stroke.Width, stroke.Height) >= ShortestRule;

    /// <summary>Whether a filled area has a size that the background of a row, or of one of its cells, can have.</summary>
    public static bool CanBeShading(PrintedStroke area) =>
        Math.Min(area.Width, area.Height) is > ThickestRule and < HighestRow && Math.Max(area.Width, area.Height) >= ShortestRule;

    /// <summary>The horizontal letters of a page that are visible.</summary>
    private static List<Glyph> OnPage(Turn turn, PrintedMarks marks, double height)
    {
        var letters = CollectionsMarshal.AsSpan(marks.Letters);
        var onPage = marks.Upright;
        for (var index = 0; index < letters.Length; index++)
        {
            if (!turn.Holds(letters[index])) continue;
            var glyph = turn.Place(letters[index], index);
            if (glyph.Middle > 0 && glyph.Middle < height) onPage.Add(glyph);
        }

        return onPage;
    }

    private static List<PdfWord> Words(List<Glyph> letters)
    {
        var (words, row, word) = (new List<PdfWord>(), new List<Glyph>(), new List<Glyph>());
        foreach (var run in FromTop(letters))
        {
            foreach (ref readonly var letter in CollectionsMarshal.AsSpan(letters)[run.Start..run.End])
            {
                if (row.Count > 0 && row[0].Baseline - letter.Baseline > letter.Size * SameBaseline)
                {
                    AddWords(words, row, word);
                    row.Clear();
                }

                row.Add(letter);
            }
        }

        AddWords(words, row, word);
        return words;
    }

    /// <param name="row">The letters on one baseline.</param>
    /// <param name="word">A list for the letters of a word, which is reused for every row.</param>
    private static void AddWords(List<PdfWord> words, List<Glyph> row, List<Glyph> word)
    {
        word.Clear();
        var hasSpaces = row.Exists(IsSpace);
        var isNarrow = false;
        Glyph? space = null;
        foreach (ref readonly var letter in CollectionsMarshal.AsSpan(FromLeft(row, letter => letter.Left)))
        {
            if (IsSpace(letter))
            {
                space ??= letter;
                continue;
            }

            var isSpaced = space is { } before && !IsTakenBack(before, letter, word);
            space = null;
            if (word.Count > 0)
            {
                // Bold is sometimes the same letter printed twice, slightly offset.
                if (word[^1].Text == letter.Text && letter.Left - word[^1].Left < letter.Size * 0.08) continue;
                if (isSpaced || letter.Left - word[^1].Right > letter.Size * (IsApostrophe(letter) ? ApostropheGap : WordGap) || IsPrintedOver(word[^1], letter))
                {
                    words.Add(Word(word, isNarrow));
                    isNarrow = hasSpaces && !isSpaced && letter.Left - word[^1].Right < letter.Size * NarrowGap;
                    word.Clear();
                }
            }

            word.Add(letter);
        }

        if (word.Count > 0) words.Add(Word(word, isNarrow));
    }

    // Some producers write a space and undo all or most of its width: the letters around it touch. If a font's widths
    // are unknown, letters touch too, so the remaining width of the space is also considered. A space that begins where the
    // preceding letter does was taken back before that letter: in some fonts, a soft hyphen is one.
    private static bool IsTakenBack(Glyph space, Glyph next, List<Glyph> word)
    {
        var left = next.Left - space.Left;
        return left <= next.Size * HairSpace
            || (word.Count > 0 && space.Left <= word[^1].Left + (next.Size * HairSpace))
            || (word.Count > 0 && next.Left <= word[^1].Right && left < Math.Min(space.Right - space.Left, next.Size * WidestSpace) / 2);
    }

    // Kerning separates it from the preceding letter, but no word begins with it.
    private static bool IsApostrophe(Glyph letter) => letter.Text is "’" or "'";

    private static bool IsSpace(Glyph letter) => string.IsNullOrWhiteSpace(letter.Text) && letter.Text != "\u00ad";

    // Two texts in one place don't form words together. Letters of one text may overlap: a font's widths can be unknown.
    private static bool IsPrintedOver(Glyph last, Glyph letter) => letter.Order != last.Order + 1 && letter.Left < last.Right - (letter.Size * Overlap);

    // Most letters come in runs on one baseline, and there are far fewer runs than letters to sort.
    private static IEnumerable<(double Baseline, int Start, int End)> FromTop(List<Glyph> letters)
    {
        var runs = new List<(double Baseline, int Start, int End)>();
        var start = 0;
        for (var end = 1; end <= letters.Count; end++)
        {
            if (end < letters.Count && letters[end].Baseline == letters[start].Baseline) continue;
            runs.Add((letters[start].Baseline, start, end));
            start = end;
        }

        return runs.OrderByDescending(run => run.Baseline);
    }

    private static List<T> FromLeft<T>(List<T> row, Func<T, double> left)
    {
        for (var index = 1; index < row.Count; index++)
            if (left(row[index]) < left(row[index - 1])) return [.. row.OrderBy(left)];
        return row;
    }

    private static List<TextLine> Lines(int page, List<PdfWord> words)
    {
        var lines = new List<TextLine>();
        var line = new List<PdfWord>();
        foreach (var word in words.OrderByDescending(word => word.Baseline))
        {
            if (line.Count > 0 && line[0].Baseline - word.Baseline > word.Size * SameLine) Close();
            line.Add(word);
        }

        if (line.Count > 0) Close();
        return lines;

        void Close()
        {
            lines.Add(new TextLine(page, [.. FromLeft(line, word => word.Left)]));
            line.Clear();
        }
    }

    private static PdfWord Word(List<Glyph> letters, bool isNarrowlyApart)
    {
        var (length, right) = (0, double.MinValue);
        foreach (var letter in letters) (length, right) = (length + letter.Text.Length, Math.Max(right, letter.Right));
        var text = string.Create(length, letters, static (span, letters) =>
        {
            foreach (var letter in letters)
            {
                letter.Text.CopyTo(span);
                span = span[letter.Text.Length..];
            }
        });
        var first = letters[0];
        return new PdfWord(text, first.Left, right, first.Baseline, first.Size, first.Font, isNarrowlyApart);
    }

    private static List<Rule> Rules(List<PrintedStroke> strokes, Turn turn)
    {
        var rules = new List<Rule>();
        foreach (var stroke in strokes)
        {
            var ((left, y), (right, other)) = (turn.Place(stroke.From), turn.Place(stroke.To));
            if (Math.Abs(y - other) <= (stroke.IsArea ? ThickestRule : SteepestLine) && Math.Abs(left - right) >= ShortestRule)
                rules.Add(new Rule((y + other) / 2, Math.Min(left, right), Math.Max(left, right)));
        }

        return rules;
    }

    /// <summary>The quarter turn in which most of a page is written: some landscape pages are portrait ones with sideways text.</summary>
    private readonly record struct Turn(int X, int Y, double Width, double Height)
    {
        // The tolerance for a scan that is slightly rotated.
        private const double SteepestText = 0.03;

        // Where two are as frequent, the first is taken.
        private static readonly (int X, int Y)[] Directions = [(1, 0), (0, 1), (0, -1), (-1, 0)];

        // The size of a letter that has none.
        private const double UsualSize = 10;

        public bool IsSideways => X == 0;

        public static Turn Of(List<PrintedLetter> letters, double width, double height)
        {
            Span<int> counts = stackalloc int[Directions.Length];
            foreach (ref readonly var letter in CollectionsMarshal.AsSpan(letters))
                if (IsLevel(letter)) counts[Array.IndexOf(Directions, Direction(letter))]++;
            var most = 0;
            for (var direction = 1; direction < counts.Length; direction++)
                if (counts[direction] > counts[most]) most = direction;
            return new Turn(Directions[most].X, Directions[most].Y, width, height);
        }

        /// <summary>The position of a point after the page is turned upright: from its left and from its bottom edge.</summary>
        public (double U, double V) Place(PdfPoint point) =>
            (X * point.X + Y * point.Y + (X < 0 ? Width : Y < 0 ? Height : 0), X * point.Y - Y * point.X + (X < 0 ? Height : Y > 0 ? Width : 0));

        public Shape Place(PrintedStroke area)
        {
            var (a, b) = (Place(area.From), Place(area.To));
            return new Shape(Math.Min(a.U, b.U), Math.Min(a.V, b.V), Math.Max(a.U, b.U), Math.Max(a.V, b.V));
        }

        public bool Holds(in PrintedLetter letter) => Direction(letter) == (X, Y) && IsLevel(letter);

        public Glyph Place(in PrintedLetter letter, int order)
        {
            var ((start, baseline), (end, _)) = (Place(letter.Start), Place(letter.End));
            return new Glyph(letter.Text, start, Math.Max(start, end), baseline, letter.Size > 0.5 ? letter.Size : UsualSize, letter.Font, order);
        }

        // Stamps and watermarks are slanted, and printed over the text.
        private static bool IsLevel(in PrintedLetter letter)
        {
            var (x, y) = (Math.Abs(letter.End.X - letter.Start.X), Math.Abs(letter.End.Y - letter.Start.Y));
            return Math.Min(x, y) <= SteepestText * Math.Max(x, y);
        }

        private static (int X, int Y) Direction(in PrintedLetter letter)
        {
            var (x, y) = (letter.End.X - letter.Start.X, letter.End.Y - letter.Start.Y);
            return Math.Abs(x) >= Math.Abs(y) ? (x < 0 ? -1 : 1, 0) : (0, y < 0 ? -1 : 1);
        }
    }
}
