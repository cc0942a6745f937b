namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="After">Where the page before it ended; null for the first page.</param>
/// <param name="List">The list and its filters, for the cursor of the next page.</param>
public sealed record PageRequest<TPosition>(int Limit, TPosition? After, string List) where TPosition : struct
{
    /// <param name="rest">All that follows <see cref="After"/>.</param>
    /// <param name="position">Names the last row of the page, and is what the next page begins after.</param>
    public (IReadOnlyList<TRow> Rows, string? Next) Cut<TRow>(IEnumerable<TRow> rest, Func<TRow, string> position)
    {
        var rows = rest.Take(Limit + 1).ToList();
        if (rows.Count <= Limit) return (rows, null);
        rows.RemoveAt(Limit);
        return (rows, Next(position(rows[^1])));
    }

    public string Next(string position) => Cursor.Make(List, position);
}
