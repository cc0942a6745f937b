using UglyToad.PdfPig.Content;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>The letters on about one baseline of a page, in the direction in which most of it is written.</summary>
internal sealed class PrintedLine(List<PrintedLine.One> letters)
{
    private const double Tolerance = 4;

    // From one letter of a word to the next, in parts of the size of the type.
    private const double Widest = 1.3;

    public static IEnumerable<PrintedLine> Of(IReadOnlyList<Letter> letters)
    {
        var isSideways = letters.Count(letter => Math.Abs(letter.EndBaseLine.Y - letter.StartBaseLine.Y) > Math.Abs(letter.EndBaseLine.X - letter.StartBaseLine.X)) * 2 > letters.Count;
        var placed = letters.Select(letter => new Placed(letter, isSideways)).OrderBy(letter => letter.Across).ToList();
        for (var start = 0; start < placed.Count; start++)
        {
            if (start > 0 && placed[start].Across - placed[start - 1].Across < 0.01) continue;
            var line = placed.Skip(start).TakeWhile(letter => letter.Across - placed[start].Across < Tolerance).SelectMany(letter => letter.Letters).ToList();
            yield return new PrintedLine([.. line.OrderBy(letter => letter.Along)]);
            if (isSideways) yield return new PrintedLine([.. line.Select(letter => letter with { Along = -letter.Along }).OrderBy(letter => letter.Along)]);
        }
    }

    /// <summary>Whether the letters stand one behind another, with others between at most where they are printed over each other.</summary>
    public bool Has(string wanted)
    {
        var ends = Enumerable.Range(0, letters.Count).Where(index => letters[index].Letter == wanted[0]).ToHashSet();
        foreach (var letter in wanted.Skip(1))
        {
            var next = new HashSet<int>();
            foreach (var end in ends)
                for (var index = end + 1; index < letters.Count && letters[index].Along - letters[end].Along < Widest * letters[end].Size; index++)
                    if (letters[index].Letter == letter) next.Add(index);
            ends = next;
            if (ends.Count == 0) return false;
        }

        return ends.Count > 0;
    }

    internal readonly record struct One(char Letter, double Along, double Size);

    private readonly record struct Placed(double Across, double Along, double Size, string Text)
    {
        private const double Smallest = 10;

        public Placed(Letter letter, bool isSideways)
            : this(
                isSideways ? letter.StartBaseLine.X : letter.StartBaseLine.Y,
                isSideways ? letter.StartBaseLine.Y : letter.StartBaseLine.X,
                Math.Max(letter.PointSize, Smallest),
                FileText.Squeeze(letter.Value))
        {
        }

        public IEnumerable<One> Letters
        {
            get
            {
                foreach (var letter in Text) yield return new One(letter, Along, Size);
            }
        }
    }
}
