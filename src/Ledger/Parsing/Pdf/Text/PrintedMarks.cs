using UglyToad.PdfPig.Core;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>A letter and its position on the page, in points; the vertical axis points up.</summary>
/// <param name="Start">On the baseline, like <paramref name="End"/>.</param>
/// <param name="IsInvisible">Whether it is written without ink, as the recognized text of a scanned picture is.</param>
internal readonly record struct PrintedLetter(string Text, PdfPoint Start, PdfPoint End, double Size, string Font, bool IsInvisible = false)
{
    /// <summary>Replaces a character that the file prints without identifying it.</summary>
    public const string Unknown = "\ufffd";
}

/// <summary>A straight line between two points, or the area with these corners.</summary>
internal readonly record struct PrintedStroke(PdfPoint From, PdfPoint To, bool IsArea)
{
    /// <summary>The bounding box of points.</summary>
    public static PrintedStroke Around(List<PdfPoint> points)
    {
        var (low, high) = (points[0], points[0]);
        foreach (var point in points)
        {
            low = new PdfPoint(Math.Min(low.X, point.X), Math.Min(low.Y, point.Y));
            high = new PdfPoint(Math.Max(high.X, point.X), Math.Max(high.Y, point.Y));
        }

        return new PrintedStroke(low, high, true);
    }

    public bool Contains(PdfPoint point) => point.X >= From.X && point.X <= To.X && point.Y >= From.Y && point.Y <= To.Y;

    public double Width => Math.Abs(To.X - From.X);

    public double Height => Math.Abs(To.Y - From.Y);
}

/// <summary>The marks of a page's operations, in their order. The same lists are reused for every page, because they are large.</summary>
internal sealed class PrintedMarks
{
    // A page with more is a drawing.
    private const int MostSpots = 1000;
    private const int MostShadings = 4000;
    private const double LargestSpot = 20;

    public List<PrintedLetter> Letters { get; } = [];

    /// <summary>The visible letters, after the page is turned upright.</summary>
    public List<Glyph> Upright { get; } = [];

    /// <summary>The strokes that can be lines of a table.</summary>
    public List<PrintedStroke> Strokes { get; } = [];

    /// <summary>Filled areas that can be the background of a row, or of one of its cells.</summary>
    public List<PrintedStroke> Shadings { get; } = [];

    /// <summary>Areas small enough for a bullet.</summary>
    public List<PrintedStroke> Spots { get; } = [];

    /// <summary>The areas in which the page shows pictures.</summary>
    public List<PrintedStroke> Pictures { get; } = [];

    /// <summary>Removes the text that a reader of the page can see neither as text nor in a picture.</summary>
    public void RemoveUnseen() => Letters.RemoveAll(letter => letter.IsInvisible && !IsInPicture(letter));

    private bool IsInPicture(PrintedLetter letter) => Pictures.Exists(picture => picture.Contains(letter.Start) || picture.Contains(letter.End));

    public void Clear()
    {
        Pictures.Clear();
        Shadings.Clear();
        Letters.Clear();
        Upright.Clear();
        Strokes.Clear();
        Spots.Clear();
    }

    public void AddStrokes(List<PrintedStroke> strokes)
    {
        foreach (var stroke in strokes)
            if (PageReader.CanBeRule(stroke)) Strokes.Add(stroke);
    }

    public void AddShadings(List<PrintedStroke> areas)
    {
        foreach (var area in areas)
            if (Shadings.Count < MostShadings && PageReader.CanBeShading(area)) Shadings.Add(area);
    }

    public void AddSpots(List<PrintedStroke> areas)
    {
        foreach (var area in areas)
            if (Spots.Count < MostSpots && Math.Max(area.Width, area.Height) < LargestSpot) Spots.Add(area);
    }
}
