namespace DetainerLedger.Corpus.Oracle;

internal enum DifferenceKind
{
    /// <summary>A cell, a total or a text says something else.</summary>
    Changed,

    /// <summary>Two cells of a row, or the same cell of two rows, changed places.</summary>
    Swapped,

    /// <summary>A row that was printed wasn't read.</summary>
    LostRow,

    /// <summary>A row was read that wasn't printed.</summary>
    MadeUpRow,
}

/// <summary>Something that wasn't read as it was printed.</summary>
/// <param name="Section"><c>issued</c>, <c>declined</c>, <c>listed</c>, or <c>report</c> for what is no row.</param>
/// <param name="Page">Where the row was read; for a lost row, where the row before it was.</param>
/// <param name="Row">As for <paramref name="Page"/>.</param>
/// <param name="Description">For a person: what was printed and what was read.</param>
/// <param name="IsEmpty">Nothing was read where something was printed.</param>
internal sealed record Difference(DifferenceKind Kind, string Section, string? Field, int? Page, int? Row, string Description, bool IsEmpty = false);
