namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>A position in an ordered list. Its text is part of the list's cursors.</summary>
public interface IListPosition<TSelf> where TSelf : struct, IListPosition<TSelf>
{
    /// <summary>Whether the other position comes later in the list.</summary>
    bool Precedes(TSelf other);

    string ToString();
}

public static class OrderedPages
{
    /// <summary>The rows of the requested page of an ordered list, and the cursor of the next page.</summary>
    /// <param name="all">The rows of all pages.</param>
    public static (IReadOnlyList<TRow> Rows, string? Next) Of<TRow, TPosition>(
        this PageRequest<TPosition> page, IEnumerable<TRow> all, Func<TRow, TPosition> position)
        where TPosition : struct, IListPosition<TPosition>
    {
        var rest = page.After is { } after ? all.Where(row => after.Precedes(position(row))) : all;
        return page.Cut(rest, row => position(row).ToString());
    }
}
