using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>The number of words over each position along a page's width: columns are separated where there are none.</summary>
internal sealed class InkProfile
{
    private const double Step = 0.5;
    private const int Widest = 8000;

    // In parts of the size of the type: how far a bullet can be from its item.
    private const double Level = 0.4;
    private const double Furthest = 3;

    private readonly int[] _ink;
    private readonly IReadOnlyList<PdfWord> _words;

    public InkProfile(IReadOnlyList<PdfWord> words)
    {
        _words = words;
        var width = words.Count == 0 ? 0 : words.Max(word => word.Right);
        _ink = new int[Bin(width) + 2];
        foreach (var word in words) Add(word.Left, word.Right);

        // A bullet is of the column of the word behind it: nothing separates the two.
        foreach (var (bullet, next) in Bullets(words))
            if (next.Left - bullet.Right < Furthest * next.Size) Add(bullet.Right, next.Left);

        void Add(double left, double right)
        {
            for (var bin = Bin(left); bin <= Bin(right); bin++) _ink[bin]++;
        }
    }

    /// <summary>The best position for a cut between two points, the number of words that it would cut through, and the width of the stretch around it.</summary>
    public (double Cut, int Words, double Width) BestCut(double left, double right)
    {
        var (first, last) = (Bin(left), Math.Max(Bin(left), Bin(right)));
        var fewest = Enumerable.Range(first, last - first + 1).Min(Ink);
        var (start, length) = (first, 0);
        for (var bin = first; bin <= last; bin++)
        {
            if (Ink(bin) != fewest) continue;
            var from = bin;
            while (bin <= last && Ink(bin) == fewest) bin++;
            if (bin - from > length) (start, length) = (from, bin - from);
        }

        return ((start + (length / 2.0)) * Step, fewest, length * Step);
    }

    public int WordsBetween(double left, double right) => _words.Count(word => word.Right > left && word.Left < right);

    /// <summary>The bullets, each with the nearest word to its right.</summary>
    private static IEnumerable<(PdfWord Bullet, PdfWord Next)> Bullets(IReadOnlyList<PdfWord> words)
    {
        var bullets = words.Where(word => word.Text.Length == 1 && CellReader.StartsWithBullet(word.Text)).ToList();
        if (bullets.Count == 0) yield break;

        // A table has thousands of words and can have a bullet for each ten: only the words at the height of a bullet are compared with it.
        PdfWord[] byHeight = [.. words.OrderBy(word => word.Baseline)];
        double[] heights = [.. byHeight.Select(word => word.Baseline)];
        var furthest = Level * words.Max(word => word.Size);
        foreach (var bullet in bullets)
        {
            PdfWord? next = null;
            var found = Array.BinarySearch(heights, bullet.Baseline - furthest);
            for (var index = found < 0 ? ~found : found; index < byHeight.Length && heights[index] <= bullet.Baseline + furthest; index++)
            {
                var word = byHeight[index];
                if (word.Left >= bullet.Right && Math.Abs(word.Baseline - bullet.Baseline) < Level * word.Size && (next is null || word.Left < next.Left)) next = word;
            }

            if (next is not null) yield return (bullet, next);
        }
    }

    private int Ink(int bin) => bin < _ink.Length ? _ink[bin] : 0;

    private static int Bin(double x) => (int)Math.Clamp(x / Step, 0, Widest);
}
