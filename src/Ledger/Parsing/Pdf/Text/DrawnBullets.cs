namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Some producers draw a bullet as a disc instead of writing one. An isolated small shape to the left of a word is read as
/// a bullet; several in a row, as in a dotted line, are not.
/// </summary>
internal static class DrawnBullets
{
    // Relative to the font size of the word that follows.
    private const double Smallest = 0.15;
    private const double Largest = 0.75;
    private const double Furthest = 2;

    public static IEnumerable<PdfWord> Of(IReadOnlyList<Shape> shapes, IReadOnlyList<PdfWord> words)
    {
        if (shapes.Count == 0) return [];
        var fromLeft = words.OrderBy(word => word.Left).ToList();
        return shapes.Where(shape => shape.IsCompact && !shapes.Any(shape.IsBeside)).Select(shape => Before(fromLeft, shape)).OfType<PdfWord>();
    }

    private static PdfWord? Before(List<PdfWord> fromLeft, Shape shape)
    {
        var height = (shape.Bottom + shape.Top) / 2;
        var word = fromLeft.Find(word => word.Right > shape.Left && word.Baseline < height && word.Baseline + word.Size > height);
        if (word is null || word.Left < shape.Right || word.Left - shape.Right > Furthest * word.Size) return null;
        var size = (shape.Top - shape.Bottom) / word.Size;
        return size is < Smallest or > Largest ? null : word with { Text = "•", Left = shape.Left, Right = shape.Right };
    }
}

/// <summary>The bounding box of a drawn shape, in points.</summary>
internal readonly record struct Shape(double Left, double Bottom, double Right, double Top)
{
    private const double Largest = 12;

    public bool IsCompact => Right - Left is > 0.5 and < Largest && (Right - Left) / (Top - Bottom) is > 0.6 and < 1.7;

    public bool IsBeside(Shape other) =>
        other != this && other.IsCompact && Math.Abs(other.Bottom - Bottom) < 1 && Math.Abs(other.Left - Left) is > 0.5 and < 4 * Largest && Math.Abs(Right - Left - (other.Right - other.Left)) < 0.5;
}
