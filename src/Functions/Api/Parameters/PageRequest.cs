namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The requested page of a list.</summary>
/// <param name="After">The position at which the previous page ended; null for the first page.</param>
/// <param name="List">The list and its filters, for the cursor of the next page.</param>
public sealed record PageRequest<TPosition>(int Limit, TPosition? After, string List) where TPosition : struct
{
    /// <param name="rest">Everything after <see cref="After"/>.</param>
    /// <param name="position">Gives the position of a row; the next page begins after the position of the last row.</param>
    public (IReadOnlyList<TRow> Rows, string? Next) Cut<TRow>(IEnumerable<TRow> rest, Func<TRow, string> position)
    {
        var rows = rest.Take(Limit + 1).ToList();
        if (rows.Count <= Limit) return (rows, null);
        rows.RemoveAt(Limit);
        return (rows, Next(position(rows[^1])));
    }

    public string Next(string position) => Cursor.Make(List, position);
}
