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

    /// <summary>Whether a page was too costly. PdfPig may have caught the exception.</summary>
    public bool IsExceeded { get; private set; }

    public void BeginPage() => _letters = _operations = 0;

    public void Letter() => Spend(++_letters, limits.PageLetters);

    public void Operation() => Spend(++_operations, limits.PageOperations);

    /// <summary>As <see cref="Operation"/>, where an exception would be taken for an operation that can't be read.</summary>
    public bool AllowsOperation()
    {
        IsExceeded |= ++_operations > limits.PageOperations;
        return !IsExceeded && !cancellation.IsCancellationRequested;
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
