namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>
/// A cell that spans several rows is printed at their middle if the other such cells of the table are. One that isn't may
/// span fewer rows: a line, or another cell, was lost.
/// </summary>
internal sealed class SharedCells
{
    private const int Enough = 3;
    private const double Most = 0.6;

    // In heights of a row.
    private const double OffMiddle = 0.5;

    private readonly bool _areCentred;

    public SharedCells(IReadOnlyList<RowOnPage> rows)
    {
        var cells = rows.SelectMany(row => row.SharedCells).Distinct(ReferenceEqualityComparer.Instance).Cast<SharedCell>().Where(cell => cell != SharedCell.Undecided).ToList();
        var centred = cells.Count(cell => cell.OffMiddle <= OffMiddle);
        _areCentred = centred >= Enough && centred >= Most * cells.Count;
    }

    public TableDoubt? In(RowOnPage row) =>
        row.SharedCells.Contains(SharedCell.Undecided)
            ? new TableDoubt(DoubtCodes.UncertainRow, "A cell is printed between this row and others, and nothing shows which of them it applies to: the row may belong to another.", row.Page)
            : _areCentred && row.SharedCells.Exists(cell => cell.OffMiddle > OffMiddle)
            ? new TableDoubt(DoubtCodes.UncertainRow, "A cell that applies to this row and others is not printed at their middle: some of them may belong to another.", row.Page)
            : null;
}
