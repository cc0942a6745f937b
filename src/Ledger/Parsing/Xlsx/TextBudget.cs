namespace DetainerLedger.Parsing.Xlsx;

/// <summary>How much text of a workbook is held in memory at most.</summary>
/// <param name="characters">As in <see cref="ReadingLimits.Characters"/>.</param>
internal sealed class TextBudget(int characters)
{
    // What an empty text costs too, so that millions of them are not for free.
    private const int OfEachText = 16;

    private long _left = characters;

    /// <exception cref="OversizeException">The budget is spent.</exception>
    public void Take(int length)
    {
        _left -= length + OfEachText;
        if (_left < 0) throw new OversizeException($"The cells of the workbook hold more than {characters:N0} characters.");
    }
}
