namespace DetainerLedger.Parsing.Pdf;

/// <summary>What stands between the rows of a table and is no row of facts.</summary>
internal enum InterludeKind
{
    StateHeading,
    Total,
    Continuation,
    Note,
}

/// <param name="Lines">From the top; nothing else stands on them.</param>
/// <param name="Text">What they say, where it is one text; null where it stands in several columns.</param>
internal sealed record Interlude(InterludeKind Kind, IReadOnlyList<TextLine> Lines, string? Text)
{
    public int Page => Lines[0].Page;

    public double Baseline => Lines[0].Baseline;
}
