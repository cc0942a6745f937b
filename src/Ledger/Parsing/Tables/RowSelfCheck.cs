using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>
/// Checks a row again, whatever its format: each filled cell is part of a fact or named by a check, and the values of a column
/// are of one kind. It changes nothing.
/// </summary>
internal static class RowSelfCheck
{
    public const string UnreadCell = "unread-cell";
    public const string MisplacedValue = "misplaced-value";

    /// <param name="source">The location of the row, with its number within the section.</param>
    public static IEnumerable<Check> Of(ColumnMap columns, TableRow row, SourceLocation source)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (row.Cells[column].Count == 0 || CellReader.Join(row.Cells[column]) is not { } text) continue;
            if (columns.FieldOf(column) is { } field)
            {
                if (IsOfAnotherKind(field, text))
                    yield return new Check(MisplacedValue, CheckSeverity.Warning, $"“{Short(text)}” is in the column of the {ColumnChecks.Name(field)}: does it belong to another column?", source);
            }
            else if (IsUnread(columns, column, text))
            {
                yield return new Check(UnreadCell, CheckSeverity.Warning, $"“{Short(text)}” is in a column that has no header for {ColumnChecks.Name(columns.Section)}; it is left out.", source);
            }
        }
    }

    // A column with an unknown header was reported once, for all of its rows.
    private static bool IsUnread(ColumnMap columns, int column, string text)
    {
        var header = column < columns.Headers.Count ? columns.Headers[column] : "";
        if (HeaderSynonyms.IsRowNumber(header)) return !text.Any(char.IsDigit);
        return !columns.UnknownColumns.Contains(column) && !columns.IsOther(column);
    }

    private static bool IsOfAnotherKind(ReportField field, string text) => field switch
    {
        ReportField.Place or ReportField.State or ReportField.Agency or ReportField.Citizenship or ReportField.Aor => IsDayOrNumber(text),
        ReportField.Reason or ReportField.Activity or ReportField.Policy => text.Any(char.IsDigit) && CellReader.IsDate(text),
        ReportField.Disposition => CellReader.Disposition(text) is null,
        _ => false,
    };

    private static bool IsDayOrNumber(string text) => text.Any(char.IsDigit) && (CellReader.Count(text) is not null || CellReader.IsDate(text));

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
