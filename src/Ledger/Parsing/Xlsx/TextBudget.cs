namespace DetainerLedger.Parsing.Xlsx;

/// <summary>The limit of the text of a workbook that is kept in memory.</summary>
/// <param name="characters">As in <see cref="ReadingLimits.Characters"/>.</param>
internal sealed class TextBudget(int characters)
{
    // The cost of an empty text, so that millions of them are counted too.
    private const int OfEachText = 16;

    private long _left = characters;

    /// <exception cref="OversizeException">The budget is spent.</exception>
    public void Take(int length)
    {
        _left -= length + OfEachText;
        if (_left < 0) throw new OversizeException($"The cells of the workbook hold more than {characters:N0} characters.");
    }
}
