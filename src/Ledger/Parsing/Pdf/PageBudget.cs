using UglyToad.PdfPig;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// What the pages of one file may cost. PdfPig can't be cancelled: so everything of ours that it calls for each letter,
/// operation and stream asks here, and ends it by an exception.
/// </summary>
internal sealed class PageBudget(ReadingLimits limits, CancellationToken cancellation)
{
    private const int AskEvery = 256;

    private int _letters;
    private int _operations;
    private int _created;
    private bool _isOver;

    /// <summary>Whether a page was too costly. PdfPig may have caught the exception.</summary>
    public bool IsExceeded { get; private set; }

    public void BeginPage() => _letters = _operations = _created = 0;

    public void Letter() => Spend(++_letters, limits.PageLetters);

    public void Operation() => Spend(++_operations, limits.PageOperations);

    /// <summary>As <see cref="Operation"/>, without an exception.</summary>
    /// <param name="isFirst">Whether it is the first that isn't allowed.</param>
    public bool AllowsOperation(out bool isFirst)
    {
        var isOver = ++_created > limits.PageOperations || cancellation.IsCancellationRequested;
        isFirst = isOver && !_isOver;
        _isOver |= isOver;
        IsExceeded |= isOver && !cancellation.IsCancellationRequested;
        return !isOver;
    }

    /// <summary>Before anything is cut into values.</summary>
    /// <param name="bytes">How much.</param>
    public void Parse(long bytes)
    {
        IsExceeded |= bytes > limits.ParsedBytes;
        Ask();
    }

    public void Ask()
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsExceeded) throw new InvalidDataException("A page is too costly.");
    }

    private void Spend(int spent, int limit)
    {
        IsExceeded |= spent > limit;
        if (IsExceeded || spent % AskEvery == 0) Ask();
    }
}

/// <summary>The only way to hand something to the parts that PdfPig constructs.</summary>
internal sealed class BudgetedOptions(PageBudget budget) : ParsingOptions
{
    public PageBudget Budget => budget;
}
