namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Takes watermarks and stamps off a page: text in larger type than most of the page's that stands over smaller text. A
/// title is as large, but has its place to itself.
/// </summary>
internal static class Stamps
{
    private const double MuchLarger = 1.15;

    // A stamp has some words; a page with more large letters is set in several sizes.
    private const int MostLetters = 300;

    // In parts of the size of the type.
    private const double Height = 0.7;
    private const double NextLine = 1.6;
    private const double NextWord = 1.5;

    /// <param name="removed">What the stamps say, without spaces.</param>
    public static List<Glyph> Remove(List<Glyph> letters, out IReadOnlyList<string> removed)
    {
        removed = [];
        if (letters.Count == 0) return letters;
        var usual = letters.CountBy(letter => Math.Round(letter.Size, 1)).MaxBy(size => size.Value).Key;
        var candidates = letters.FindAll(letter => letter.Size > MuchLarger * usual);
        if (candidates.Count is 0 or > MostLetters) return letters;
        var large = Lines(candidates);

        var small = letters.Where(letter => letter.Size <= MuchLarger * usual && !string.IsNullOrWhiteSpace(letter.Text)).ToList();
        var stamps = large.FindAll(line => small.Exists(line.Covers));
        for (var found = stamps.Count; found > 0;)
        {
            // The other lines of a stamp can stand between the lines of the text.
            var more = large.FindAll(line => !stamps.Contains(line) && stamps.Exists(line.IsNextTo));
            stamps.AddRange(more);
            found = more.Count;
        }

        if (stamps.Count == 0) return letters;
        removed = [.. stamps.Select(line => line.Text)];
        var orders = stamps.SelectMany(line => line.Letters).ToHashSet();
        return letters.FindAll(letter => !orders.Contains(letter.Order));
    }

    /// <summary>Takes a stamp off those pages, too, on which it stands over nothing.</summary>
    public static PageText Remove(PageText page, IReadOnlySet<string> stamps)
    {
        return stamps.Count > 0 && page.Lines.Any(IsStamp) ? page with { Lines = [.. page.Lines.Where(line => !IsStamp(line))] } : page;

        bool IsStamp(TextLine line) => stamps.Contains(line.Text.Replace(" ", "", StringComparison.Ordinal));
    }

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
