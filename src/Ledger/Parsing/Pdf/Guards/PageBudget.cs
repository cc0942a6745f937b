using UglyToad.PdfPig;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// The limits of the work for the pages of one file. PdfPig can't be cancelled: so each callback for a letter, an
/// operation or a stream checks the budget, and stops PdfPig with an exception.
/// </summary>
internal sealed class PageBudget(ReadingLimits limits, CancellationToken cancellation)
{
    private const int AskEvery = 256;

    private int _letters;
    private int _operations;
    private int _created;
    private bool _isOver;

    /// <summary>Whether a page exceeded the budget. PdfPig may have caught the exception.</summary>
    public bool IsExceeded { get; private set; }

    public void BeginPage() => _letters = _operations = _created = 0;

    public void Letter() => Spend(++_letters, limits.PageLetters);

    public void Operation() => Spend(++_operations, limits.PageOperations);

    /// <summary>Like <see cref="Operation"/>, without an exception.</summary>
    /// <param name="isFirst">Whether it is the first operation over the limit.</param>
    public bool AllowsOperation(out bool isFirst)
    {
        var isOver = ++_created > limits.PageOperations || cancellation.IsCancellationRequested;
        isFirst = isOver && !_isOver;
        _isOver |= isOver;
        IsExceeded |= isOver && !cancellation.IsCancellationRequested;
        return !isOver;
    }

    /// <summary>Called before data is parsed into values.</summary>
    /// <param name="bytes">The size of the data.</param>
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

/// <summary>The only way to pass something to the objects that PdfPig constructs.</summary>
internal sealed class BudgetedOptions(PageBudget budget) : ParsingOptions
{
    public PageBudget Budget => budget;
}
