using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>The columns of a table on a page: what they hold, and the vertical cuts between them.</summary>
/// <param name="Cuts">One fewer than columns, from left to right.</param>
internal sealed record TableColumns(ColumnMap Map, IReadOnlyList<double> Cuts, double Left, double Right)
{
    public int Count => Cuts.Count + 1;

    public int Of(PdfWord word)
    {
        var column = 0;
        while (column < Cuts.Count && word.Centre > Cuts[column]) column++;
        return column;
    }

    /// <summary>Whether a word runs over a cut: running text does, cells don't.</summary>
    public bool IsStraddled(PdfWord word) => Cuts.Any(cut => word.Left < cut - 2 && word.Right > cut + 2);

    /// <summary>Whether a ruled line passes below a column.</summary>
    public bool IsRuled(Rule rule, int column)
    {
        var left = column == 0 ? Left : Cuts[column - 1];
        var right = column == Cuts.Count ? Right : Cuts[column];
        return rule.Left <= (left + right) / 2 && rule.Right >= (left + right) / 2;
    }
}
