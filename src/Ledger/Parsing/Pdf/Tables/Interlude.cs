namespace DetainerLedger.Parsing.Pdf;

/// <summary>Content between the rows of a table that isn't a row of facts.</summary>
internal enum InterludeKind
{
    StateHeading,
    Total,
    Continuation,
    Note,
}

/// <param name="Lines">From the top; nothing else is printed on them.</param>
/// <param name="Text">Their text, if it is one text; null if it is spread over several columns.</param>
internal sealed record Interlude(InterludeKind Kind, IReadOnlyList<TextLine> Lines, string? Text)
{
    public int Page => Lines[0].Page;

    public double Baseline => Lines[0].Baseline;
}
