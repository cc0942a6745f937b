using System.Globalization;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>
/// A position among the rows of a week. It includes the revision, so that all pages come from the same one, even if a newer
/// one is published in between; and the week, for a client that started at the latest week.
/// </summary>
/// <param name="Skip">The number of rows that match the filters on the previous pages.</param>
public readonly record struct RowPosition(DateOnly Week, int Revision, int Skip)
{
    public static bool TryParse(string text, out RowPosition position)
    {
        position = default;
        if (text.Split('.') is not [var week, var revision, var skip]) return false;
        if (!Days.TryParse(week, out var day) || !Number(revision, out var number) || !Number(skip, out var rows)) return false;
        position = new RowPosition(day, number, rows);
        return true;

        static bool Number(string digits, out int value) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <param name="week">Null for the latest.</param>
    public static Revision? Revisit(LedgerView view, DateOnly? week, RowPosition? after) => after is { } position
        ? view.Revisions(position.Week).FirstOrDefault(revision => revision.Number == position.Revision)
        : view.InForce(week);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReportingWeek.Name(Week)}.{Revision}.{Skip}");
}

public static class RowPages
{
    /// <summary>The requested page of the rows of one revision.</summary>
    public static (IReadOnlyList<TRow> Rows, string? Next) CutRows<TRow>(
        this PageRequest<RowPosition> page, Revision revision, IEnumerable<TRow> rows)
    {
        var skip = page.After?.Skip ?? 0;
        return page.Cut(rows.Skip(skip), _ => new RowPosition(revision.Week, revision.Number, skip + page.Limit).ToString());
    }
}
