using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>
/// Reads the days of a table. Whether the day or the month comes first is decided for its columns as a whole: by which values are
/// valid dates at all, then by the week that the report covers, then by no detainer being declined before it was issued.
/// </summary>
internal sealed class DateColumns
{
    /// <summary>The check of days that can be read in two ways.</summary>
    public const string Ambiguous = "ambiguous-dates";

    // Days as a spreadsheet counts them, of the years 1990 to 2079; counted from 1904 they are 1,462 less.
    private const int FirstSerial = 32874;
    private const int LastSerial = 65746;
    private const int DaysFrom1900To1904 = 1462;

    private static readonly ReportField[] Fields = [ReportField.IssuedOn, ReportField.DeclinedOn];

    private readonly Dictionary<ReportField, DateOrder> _orders = [];
    private readonly HashSet<ReportField> _mixed = [];
    private readonly List<Check> _remarks = [];
    private int _serialOffset;

    private DateColumns()
    {
    }

    public IReadOnlyList<Check> Remarks => _remarks;

    /// <param name="period">The week of the report; null if it isn't known.</param>
    /// <param name="header">The location of the table's header.</param>
    public static DateColumns Of(ColumnMap columns, IReadOnlyList<BodyRow> rows, ReportingWeek? period, SourceLocation header)
    {
        return columns.Section == ReportSection.Declined
            ? Of([.. rows.Select(row => (Text(columns, ReportField.IssuedOn, row), Text(columns, ReportField.DeclinedOn, row)))], period, header)
            : new DateColumns();
    }

    /// <param name="texts">The days of each row, as printed.</param>
    public static DateColumns Of(IReadOnlyList<(string? Issued, string? Declined)> texts, ReportingWeek? period, SourceLocation header)
    {
        var dates = new DateColumns();
        dates.Decide(texts, period, header);
        dates._serialOffset = OffsetOf(texts, period);
        return dates;
    }

    public DateOnly? Read(ReportField field, string? text) =>
        CellReader.Date(text, _orders.GetValueOrDefault(field)) ?? (_mixed.Contains(field) ? CellReader.Date(text, DateOrder.DayFirst) : null) ?? Serial(text, _serialOffset);

    /// <summary>Whether a day can be read in two ways, in a column that has days of both orders.</summary>
    public bool IsAmbiguous(ReportField field, string? text) => _mixed.Contains(field) && IsEither(text);

    /// <summary>The check for such a day.</summary>
    public static Check Either(ReportField field, string? text, SourceLocation row) =>
        new("unreadable-value", CheckSeverity.Warning, $"The {ColumnChecks.Name(field)} can be read with the day or the month first: “{text}”.", row);

    private void Decide(IReadOnlyList<(string? Issued, string? Declined)> texts, ReportingWeek? period, SourceLocation header)
    {
        var columns = new[] { texts.Select(row => row.Issued).ToList(), texts.Select(row => row.Declined).ToList() };
        var all = columns.SelectMany(column => column).ToList();
        if (!all.Exists(IsInDigits)) return;

        var (monthFirst, dayFirst) = (Fits(all, DateOrder.MonthFirst), Fits(all, DateOrder.DayFirst));
        if (!monthFirst && !dayFirst)
        {
            // Each column on its own: one may come from another system.
            foreach (var (index, field) in Fields.Index()) DecideAlone(field, columns[index], header);
            return;
        }

        var order = monthFirst != dayFirst ? (monthFirst ? DateOrder.MonthFirst : DateOrder.DayFirst) : Likelier(texts, period);
        foreach (var field in Fields) _orders[field] = order ?? DateOrder.MonthFirst;
        if (order is null && all.Exists(IsEither))
        {
            _remarks.Add(new Check(
                Ambiguous, CheckSeverity.Warning, "Each date of Section II can be read with the day or the month first, and nothing shows which is meant; they are read with the month first.", header));
        }
    }

    private void DecideAlone(ReportField field, List<string?> texts, SourceLocation header)
    {
        if (Fits(texts, DateOrder.MonthFirst)) return;
        if (Fits(texts, DateOrder.DayFirst))
        {
            _orders[field] = DateOrder.DayFirst;
            return;
        }

        _mixed.Add(field);
        _remarks.Add(new Check(
            Ambiguous, CheckSeverity.Warning, $"The column of the {ColumnChecks.Name(field)} has dates with the day first and others with the month first; those that can be either are read with the month first.", header));
    }

    /// <returns>Null if nothing favours one order.</returns>
    private static DateOrder? Likelier(IReadOnlyList<(string? Issued, string? Declined)> texts, ReportingWeek? period)
    {
        var inWeek = texts.Sum(row => Sign(row.Declined, day => period?.Contains(day) ?? false));
        if (inWeek == 0) inWeek = texts.Sum(row => row.Issued is null || row.Declined is null ? 0 : InOrder(row, DateOrder.MonthFirst) - InOrder(row, DateOrder.DayFirst));
        return inWeek switch
        {
            > 0 => DateOrder.MonthFirst,
            < 0 => DateOrder.DayFirst,
            _ => null,
        };

        static int InOrder((string? Issued, string? Declined) row, DateOrder order) =>
            CellReader.Date(row.Issued, order) <= CellReader.Date(row.Declined, order) ? 1 : 0;

        static int Sign(string? text, Func<DateOnly, bool> fits) =>
            (CellReader.Date(text, DateOrder.MonthFirst) is { } american && fits(american) ? 1 : 0) - (CellReader.Date(text, DateOrder.DayFirst) is { } european && fits(european) ? 1 : 0);
    }

    // A day in ISO 8601, as in a workbook, is unambiguous.
    private static bool IsInDigits(string? text) => text is not [_, _, _, _, '-', ..] && CellReader.Date(text, DateOrder.MonthFirst) != CellReader.Date(text, DateOrder.DayFirst);

    // A value that isn't a day in either order has a check of its own.
    private static bool Fits(List<string?> texts, DateOrder order) =>
        texts.TrueForAll(text => CellReader.Date(text, order) is not null || CellReader.Date(text, order == DateOrder.MonthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst) is null);

    private static bool IsEither(string? text) =>
        CellReader.Date(text, DateOrder.MonthFirst) is { } first && CellReader.Date(text, DateOrder.DayFirst) is { } second && first != second;

    private static int OffsetOf(IReadOnlyList<(string? Issued, string? Declined)> texts, ReportingWeek? period)
    {
        if (period is null) return 0;
        return texts.Any(row => Serial(row.Declined, DaysFrom1900To1904) is { } day && period.Contains(day)) && !texts.Any(row => Serial(row.Declined, 0) is { } day && period.Contains(day))
            ? DaysFrom1900To1904
            : 0;
    }

    private static DateOnly? Serial(string? text, int offset) =>
        text is { Length: 5 } && int.TryParse(CellReader.InUsualWidth(text), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days + offset is >= FirstSerial and <= LastSerial
            ? new DateOnly(1899, 12, 30).AddDays(days + offset)
            : null;

    private static string? Text(ColumnMap columns, ReportField field, BodyRow row) => CellReader.Join(columns.Lines(field, row.Row));
}
