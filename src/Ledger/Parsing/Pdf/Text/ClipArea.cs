using UglyToad.PdfPig.Core;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>The visible part of a page: the bounding box of its clipping paths.</summary>
internal readonly record struct ClipArea(double Left, double Bottom, double Right, double Top)
{
    // In points: the rounding of producers. With a larger value, both pages would show a row that their edge cuts through the middle.
    private const double Margin = 0.02;

    // The middle of small letters, relative to the font size.
    private const double MiddleHeight = 0.25;

    public static readonly ClipArea Everything = new(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>Restricts the visible part to the areas of one more path.</summary>
    public ClipArea Within(List<PrintedStroke> areas)
    {
        if (areas.Count == 0) return this;
        return new ClipArea(
            Math.Max(Left, areas.Min(area => area.From.X)),
            Math.Max(Bottom, areas.Min(area => area.From.Y)),
            Math.Min(Right, areas.Max(area => area.To.X)),
            Math.Min(Top, areas.Max(area => area.To.Y)));
    }

    /// <summary>
    /// Whether a letter is cut off at its middle, above or below: some producers print a row that the end of a page cuts on both
    /// pages, and it belongs to the page that shows most of it. Text that a cell's edge cuts off at the side still belongs to the cell.
    /// </summary>
    /// <param name="start">On the baseline, like <paramref name="end"/>.</param>
    /// <param name="top">Above the start by the font size.</param>
    public bool Hides(PdfPoint start, PdfPoint end, PdfPoint top)
    {
        var (x, y) = (((start.X + end.X) / 2) + (MiddleHeight * (top.X - start.X)), ((start.Y + end.Y) / 2) + (MiddleHeight * (top.Y - start.Y)));
        return Math.Abs(top.Y - start.Y) >= Math.Abs(top.X - start.X) ? y < Bottom - Margin || y > Top + Margin : x < Left - Margin || x > Right + Margin;
    }
}
