using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Letters become words, and words lines, by where they stand: the order in which a producer writes them tells nothing.</summary>
internal static class PageReader
{
    // In parts of the size of the type.
    private const double WordGap = 0.17;
    private const double SameBaseline = 0.15;
    private const double SameLine = 0.35;

    private const double ThickestRule = 2.5;
    private const double ShortestRule = 8;

    public static PageText Read(Page page)
    {
        var turn = Turn.Of(page.Letters);
        var words = Words(page.Letters.Where(letter => turn.Holds(letter)).Select(turn.Place)).ToList();
        words.AddRange(DrawnBullets.Of(Shapes(page, turn), words).ToList());
        var height = turn.IsSideways ? page.Width : page.Height;
        return new PageText(page.Number, height, Lines(page.Number, words), Rules(page, turn), page.Operations.Count == 0);
    }

    private static IEnumerable<PdfWord> Words(IEnumerable<Glyph> letters)
    {
        foreach (var row in Rows(letters.OrderByDescending(letter => letter.Baseline), letter => letter.Baseline, letter => letter.Size * SameBaseline))
        {
            var word = new List<Glyph>();
            foreach (var letter in row.OrderBy(letter => letter.Left))
            {
                if (string.IsNullOrWhiteSpace(letter.Text) && letter.Text != "\u00ad")
                {
                    if (word.Count > 0) yield return Word(word);
                    word = [];
                    continue;
                }

                if (word.Count > 0)
                {
                    // Bold is sometimes the same letter printed twice, a hair apart.
                    if (word[^1].Text == letter.Text && letter.Left - word[^1].Left < letter.Size * 0.08) continue;
                    if (letter.Left - word[^1].Right > letter.Size * WordGap)
                    {
                        yield return Word(word);
                        word = [];
                    }
                }

                word.Add(letter);
            }

            if (word.Count > 0) yield return Word(word);
        }
    }

    private static List<TextLine> Lines(int page, List<PdfWord> words) =>
    [
        .. Rows(words.OrderByDescending(word => word.Baseline), word => word.Baseline, word => word.Size * SameLine)
            .Select(row => new TextLine(page, [.. row.OrderBy(word => word.Left)])),
    ];

    private static IEnumerable<List<T>> Rows<T>(IEnumerable<T> fromTop, Func<T, double> baseline, Func<T, double> tolerance)
    {
        var row = new List<T>();
        foreach (var item in fromTop)
        {
            if (row.Count > 0 && baseline(row[0]) - baseline(item) > tolerance(item))
            {
                yield return row;
                row = [];
            }

            row.Add(item);
        }

        if (row.Count > 0) yield return row;
    }

    private static PdfWord Word(List<Glyph> letters)
    {
        var text = new StringBuilder();
        foreach (var letter in letters) text.Append(letter.Text);
        var first = letters[0];
        return new PdfWord(text.ToString(), first.Left, letters.Max(letter => letter.Right), first.Baseline, first.Size, first.Font);
    }

    private static List<Rule> Rules(Page page, Turn turn)
    {
        var rules = new List<Rule>();
        foreach (var path in page.Paths.Where(path => !path.IsClipping))
        {
            foreach (var part in path)
            {
                if (path.IsFilled && part.GetBoundingRectangle() is { } box) Add(turn.Place(box.BottomLeft), turn.Place(box.TopRight), ThickestRule);
                if (!path.IsStroked) continue;
                foreach (var line in part.Commands.OfType<PdfSubpath.Line>()) Add(turn.Place(line.From), turn.Place(line.To), 0.7);
            }
        }

        return rules;

        void Add((double U, double V) a, (double U, double V) b, double thickest)
        {
            if (Math.Abs(a.V - b.V) <= thickest && Math.Abs(a.U - b.U) >= ShortestRule)
                rules.Add(new Rule((a.V + b.V) / 2, Math.Min(a.U, b.U), Math.Max(a.U, b.U)));
        }
    }

    private static List<Shape> Shapes(Page page, Turn turn)
    {
        var shapes = new List<Shape>();
        foreach (var path in page.Paths.Where(path => !path.IsClipping))
        {
            foreach (var part in path)
            {
                if (part.GetBoundingRectangle() is not { } box) continue;
                var (a, b) = (turn.Place(box.BottomLeft), turn.Place(box.TopRight));
                var shape = new Shape(Math.Min(a.U, b.U), Math.Min(a.V, b.V), Math.Max(a.U, b.U), Math.Max(a.V, b.V));
                if (shape.IsCompact) shapes.Add(shape);
            }
        }

        return shapes;
    }

    private readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size, string Font);

    /// <summary>The quarter turn in which most of a page is written: some landscape pages are portrait ones with sideways text.</summary>
    private readonly record struct Turn(int X, int Y)
    {
        public bool IsSideways => X == 0;

        public static Turn Of(IEnumerable<Letter> letters) => letters.GroupBy(Direction).MaxBy(group => group.Count())?.Key ?? new Turn(1, 0);

        public bool Holds(Letter letter) => Direction(letter) == this;

        public (double U, double V) Place(PdfPoint point) => (X * point.X + Y * point.Y, X * point.Y - Y * point.X);

        public Glyph Place(Letter letter)
        {
            var (start, baseline) = Place(letter.StartBaseLine);
            var (end, _) = Place(letter.EndBaseLine);
            return new Glyph(letter.Value, start, Math.Max(start, end), baseline, letter.PointSize > 0.5 ? letter.PointSize : 10, letter.FontName ?? "");
        }

        private static Turn Direction(Letter letter)
        {
            var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
            return Math.Abs(x) >= Math.Abs(y) ? new Turn(x < 0 ? -1 : 1, 0) : new Turn(0, y < 0 ? -1 : 1);
        }
    }
}
