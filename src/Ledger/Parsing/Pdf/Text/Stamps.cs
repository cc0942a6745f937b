using System.Runtime.InteropServices;
using DetainerLedger.Parsing.Prose;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Removes watermarks and stamps from a page: text in larger type than most of the page that is printed over smaller text. A
/// title can be as large, but is printed over nothing.
/// </summary>
internal static class Stamps
{
    private const double MuchLarger = 1.15;

    // A stamp has a few words; a page with more large letters of one size has headings of that size.
    private const int MostLetters = 300;

    // Relative to the font size.
    private const double Height = 0.7;
    private const double NextLine = 1.6;
    private const double NextWord = 1.5;

    // Above and below a stamp that is within the text of a page.
    private const int LinesAround = 5;

    // Relative to the font size of a stamp.
    private const double LinesApart = 2;

    // A bullet can be in larger type than its text.
    private const int ShortestStamp = 3;

    /// <param name="removed">The texts of the stamps, without spaces.</param>
    public static List<Glyph> Remove(List<Glyph> letters, out IReadOnlyList<string> removed)
    {
        removed = [];
        if (letters.Count == 0) return letters;
        var lettersBySize = LettersBySize(letters);
        var usual = lettersBySize.MaxBy(size => size.Value).Key;
        var sizes = lettersBySize.Where(size => size.Key > MuchLarger * usual && size.Value <= MostLetters).Select(size => size.Key).ToHashSet();
        if (sizes.Count == 0) return letters;
        var candidates = letters.FindAll(letter => letter.Size > MuchLarger * usual && sizes.Contains(Math.Round(letter.Size, 1)));
        var large = Lines(candidates);

        var small = letters.Where(letter => letter.Size <= MuchLarger * usual && !string.IsNullOrWhiteSpace(letter.Text)).ToList();
        var stamps = large.FindAll(line => small.Exists(line.Covers));
        for (var found = stamps.Count; found > 0;)
        {
            // The other lines of a stamp can be between the lines of the text.
            var more = large.FindAll(line => !stamps.Contains(line) && stamps.Exists(line.IsNextTo));
            stamps.AddRange(more);
            found = more.Count;
        }

        if (stamps.Count == 0) return letters;
        removed = [.. stamps.Select(line => line.Text)];
        var orders = stamps.SelectMany(line => line.Letters).ToHashSet();
        return letters.FindAll(letter => !orders.Contains(letter.Order));
    }

    /// <summary>The number of letters of each font size, rounded to tenths of a point.</summary>
    private static Dictionary<double, int> LettersBySize(List<Glyph> letters)
    {
        var counts = new Dictionary<double, int>();
        var (size, run) = (letters[0].Size, 0);
        foreach (ref readonly var letter in CollectionsMarshal.AsSpan(letters))
        {
            // Most letters have the size of the one before.
            if (letter.Size != size)
            {
                Count();
                (size, run) = (letter.Size, 0);
            }

            run++;
        }

        Count();
        return counts;

        void Count() => CollectionsMarshal.GetValueRefOrAddDefault(counts, Math.Round(size, 1), out _) += run;
    }

    /// <summary>
    /// The texts, without spaces, of stamps that are printed over nothing: larger type with no other such text nearby, on several pages;
    /// on a single page only within its text, and neither at its left edge nor in its middle, where headings are.
    /// </summary>
    public static IEnumerable<string> BesideText(IReadOnlyList<PageText> pages) =>
        from run in pages.SelectMany(LargeRuns)
        where run.IsAlone && CanBeStamp(run.Words)
        group run by run.Text into alike
        where alike.Select(run => run.Page).Distinct().Count() > 1 || alike.Any(run => run.IsWithinText)
        select alike.Key;

    // Titles, column headers and the period are in larger type, too, and can be repeated. So can bullets.
    private static bool CanBeStamp(IReadOnlyList<PdfWord> words) =>
        words.Sum(word => word.Text.Length) >= ShortestStamp && words.Count(word => HeaderSynonyms.IsHeaderWord(word.Text)) * 2 < words.Count
        && string.Join(' ', words.Select(word => word.Text)) is var text && !ReportOutline.IsTitle(text) && !IsPeriod(text);

    // A single day isn't a period: two days and a year are at least three numbers.
    private static bool IsPeriod(string text) => text.Split(' ').Count(word => word.Any(char.IsAsciiDigit)) > 2 && PeriodReader.Find(text) is not null;

    /// <summary>Removes a stamp also from the pages on which it is printed over nothing.</summary>
    public static PageText Remove(PageText page, IReadOnlySet<string> stamps)
    {
        if (stamps.Count == 0) return page;
        var words = LargeRuns(page).Where(run => stamps.Contains(run.Text)).SelectMany(run => run.Words).ToHashSet(ReferenceEqualityComparer.Instance);
        return words.Count > 0 || page.Lines.Any(IsStamp) ? page with { Lines = [.. page.Lines.Where(line => !IsStamp(line)).Select(Without).OfType<TextLine>()] } : page;

        bool IsStamp(TextLine line) => stamps.Contains(line.Text.Replace(" ", "", StringComparison.Ordinal));

        TextLine? Without(TextLine line) =>
            !line.Words.Any(words.Contains) ? line
            : line.Words.Where(word => !words.Contains(word)).ToList() is { Count: > 0 } rest ? new TextLine(line.Page, rest)
            : null;
    }

    /// <summary>Adjacent words in larger type than most of the page.</summary>
    private static IEnumerable<LargeRun> LargeRuns(PageText page)
    {
        if (page.Lines.Count == 0) yield break;
        var usual = page.Lines.SelectMany(line => line.Words).CountBy(word => Math.Round(word.Size, 1)).MaxBy(size => size.Value).Key;
        var left = page.Lines.Min(line => line.Left);
        var right = page.Lines.Max(line => line.Right);
        for (var index = 0; index < page.Lines.Count; index++)
        {
            var run = new List<PdfWord>();
            foreach (var word in page.Lines[index].Words)
            {
                if (run.Count > 0 && (!IsLarge(word) || word.Left - run[^1].Right > NextWord * word.Size))
                {
                    yield return Run(run, index);
                    run = [];
                }

                if (IsLarge(word)) run.Add(word);
            }

            if (run.Count > 0) yield return Run(run, index);
        }

        bool IsLarge(PdfWord word) => word.Size > MuchLarger * usual;

        LargeRun Run(List<PdfWord> run, int index)
        {
            var (size, middle) = (run[0].Size, (run[0].Left + run[^1].Right) / 2);
            var isAlone = page.Lines.Where(line => Math.Abs(line.Baseline - run[0].Baseline) < LinesApart * size).Sum(line => line.Words.Count(IsLarge)) == run.Count;
            var isWithinText = index >= LinesAround && index < page.Lines.Count - LinesAround
                && size > MuchLarger * MuchLarger * usual && run[0].Left > left + (LinesApart * size) && Math.Abs(middle - ((left + right) / 2)) > LinesApart * size;
            return new LargeRun(string.Concat(run.Select(word => word.Text)), run, page.Number, isAlone, isWithinText);
        }
    }

    private sealed record LargeRun(string Text, IReadOnlyList<PdfWord> Words, int Page, bool IsAlone, bool IsWithinText);

    private static List<Line> Lines(List<Glyph> large)
    {
        var lines = new List<Line>();
        foreach (var letter in large)
        {
            if (lines.Find(line => line.GoesOnWith(letter)) is { } line) line.Add(letter);
            else lines.Add(new Line(letter));
        }

        return lines;
    }

    private sealed class Line(Glyph first)
    {
        private double _left = first.Left;
        private double _right = first.Right;

        public List<int> Letters { get; } = [first.Order];

        public string Text { get; private set; } = first.Text.Trim();

        public bool GoesOnWith(Glyph letter) =>
            IsLike(letter.Baseline, letter.Size, letter.Font) && letter.Left < _right + (NextWord * first.Size) && letter.Right > _left - (NextWord * first.Size);

        public void Add(Glyph letter)
        {
            (_left, _right) = (Math.Min(_left, letter.Left), Math.Max(_right, letter.Right));
            Letters.Add(letter.Order);
            Text += letter.Text.Trim();
        }

        public bool Covers(Glyph letter) =>
            letter.Middle > first.Baseline && letter.Middle < first.Baseline + (Height * first.Size) && (letter.Left + letter.Right) / 2 is var middle && middle > _left && middle < _right;

        public bool IsNextTo(Line other) =>
            first.Font == other.First.Font && Math.Abs(first.Size - other.First.Size) < 0.1 && Math.Abs(first.Baseline - other.First.Baseline) < NextLine * first.Size
            && _left < other._right && _right > other._left;

        private Glyph First => first;

        private bool IsLike(double baseline, double size, string font) => Math.Abs(first.Baseline - baseline) < 0.5 && Math.Abs(first.Size - size) < 0.1 && first.Font == font;
    }
}
