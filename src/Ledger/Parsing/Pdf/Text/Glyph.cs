namespace DetainerLedger.Parsing.Pdf;

/// <summary>A letter and its position on the page, in points, after the page is turned upright.</summary>
/// <param name="Order">Its position in the order in which the producer writes.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size, string Font, int Order)
{
    /// <summary>The height of the middle of small letters.</summary>
    public double Middle => Baseline + (0.25 * Size);
}
