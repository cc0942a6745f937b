using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>The columns of a table on a page: their fields, and the vertical cuts between them.</summary>
/// <param name="Gaps">The spaces between the headers, from left to right, within which the columns are cut.</param>
/// <param name="Cuts">One for each gap.</param>
internal sealed record TableColumns(ColumnMap Map, IReadOnlyList<ColumnGap> Gaps, IReadOnlyList<double> Cuts, double Left, double Right)
{
    private const int WordsOfASentence = 6;

    // In points.
    private const double AcrossCut = 2;

    // Relative to the font size.
    private const double MoreThanSpace = 0.45;

    public int Count => Cuts.Count + 1;

    /// <summary>Moves each cut to where it cuts through the fewest of the given words.</summary>
    public TableColumns CutFor(IReadOnlyList<PdfWord> words)
    {
        var ink = new InkProfile(words);
        var (right, size) = words.Count == 0 ? (Right, 0) : (Math.Max(Right, words.Max(word => word.Right)), words.Average(word => word.Size));
        return this with { Cuts = [.. Gaps.Select((gap, index) => Cut(gap, index + 1 < Gaps.Count ? Gaps[index + 1].Left : right))], Right = right };

        double Cut(ColumnGap gap, double end)
        {
            var best = ink.BestCut(gap.Left, gap.Right);
            var isClear = best.Words == 0 && words.Count > 0 && best.Width > MoreThanSpace * size;
            return isClear || words.Count == 0 ? best.Cut : LeftEdges.CutBefore(words, gap, end) ?? best.Cut;
        }
    }

    public int Of(PdfWord word)
    {
        var column = 0;
        while (column < Cuts.Count && word.Centre > Cuts[column]) column++;
        return column;
    }

    /// <summary>Whether a line crosses the cuts, as running text does: through a word, or with no more than a space at each of them.</summary>
    public bool IsRunOver(TextLine line) =>
        line.Words.Any(IsAcross)
        || (line.Words.Count >= WordsOfASentence && Of(line.Words[0]) != Of(line.Words[^1])
            && line.Words.Zip(line.Words.Skip(1)).All(pair => pair.Second.Left - pair.First.Right < 0.4 * line.Size));

    /// <summary>Whether a word runs across a cut, and doesn't just touch it.</summary>
    public bool IsAcross(PdfWord word) => Crosses(word.Left + AcrossCut, word.Right - AcrossCut);

    /// <summary>Whether a cut is between two points.</summary>
    public bool Crosses(double left, double right)
    {
        for (var cut = 0; cut < Cuts.Count; cut++)
            if (left < Cuts[cut] && right > Cuts[cut]) return true;
        return false;
    }

    /// <summary>Whether a ruled line passes below a column.</summary>
    public bool IsRuled(IEnumerable<Rule> level, int column)
    {
        var left = column == 0 ? Left : Cuts[column - 1];
        var right = column == Cuts.Count ? Right : Cuts[column];
        return level.Any(rule => rule.Left <= (left + right) / 2 && rule.Right >= (left + right) / 2);
    }
}

/// <summary>From the end of a header to the beginning of the next.</summary>
internal readonly record struct ColumnGap(double Left, double Right);
