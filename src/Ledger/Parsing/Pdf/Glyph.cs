namespace DetainerLedger.Parsing.Pdf;

/// <summary>A letter where it stands on its page when that is turned so that it can be read, in points.</summary>
/// <param name="Order">Its place in the order in which the producer writes.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size, string Font, int Order)
{
    /// <summary>The height of the middle of small letters.</summary>
    public double Middle => Baseline + (0.25 * Size);
}
