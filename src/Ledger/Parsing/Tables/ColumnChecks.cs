using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>The problems of a table's header, whatever the format: columns of no known field, and fields without a column.</summary>
public static class ColumnChecks
{
    public const string UnknownColumn = "unknown-column";
    public const string MissingColumn = "missing-column";
    public const string ConflictingColumns = "conflicting-columns";

    /// <param name="header">The location of the header.</param>
    /// <param name="at">The same in words: <c>page 3</c>, <c>row 4 of the sheet “Declined”</c>.</param>
    public static IEnumerable<Check> Of(ColumnMap columns, SourceLocation header, string at)
    {
        foreach (var column in columns.UnknownColumns) yield return Unknown(columns.Headers[column], header, at);
        foreach (var column in columns.ColumnsByValues) yield return ByValues(columns.Headers[column], columns.FieldOf(column)!.Value, header, at);
        foreach (var field in columns.MissingFields)
            yield return new Check(MissingColumn, CheckSeverity.Error, $"{Name(columns.Section)} has no column for the {Name(field)}: the header on {at} names none. It is empty in every row.", header);
    }

    /// <param name="row">The row in which several columns of the field are filled and differ.</param>
    public static Check Conflict(ColumnMap columns, ReportField field, SourceLocation row)
    {
        var headers = string.Join(" and ", columns.IndexesOf(field).Select(column => $"“{Short(columns.Headers[column])}”"));
        return new Check(ConflictingColumns, CheckSeverity.Warning, $"The columns {headers} both hold the {Name(field)}, and differ; {(JoinedColumns.CanJoin(field) ? "their texts are joined" : "the first that is filled counts")}.", row);
    }

    public static Check Unknown(string header, SourceLocation source, string at) =>
        new(UnknownColumn, CheckSeverity.Warning, $"The column “{Short(header)}” of the header on {at} is not known; what it holds is left out.", source);

    private static Check ByValues(string header, ReportField field, SourceLocation source, string at) =>
        new(UnknownColumn, CheckSeverity.Warning, $"The column “{Short(header)}” of the header on {at} is not known; by its values, it is read as the {Name(field)}.", source);

    /// <summary>
    /// The reason why a section can't be read: its rows would be facts about no place, or without their number or day.
    /// Null if it can be read; a single missing field is a check.
    /// </summary>
    /// <param name="page">The page, line or sheet row of the header.</param>
    public static Refusal? Refuse(ColumnMap columns, int? page, string at)
    {
        var field = columns.Section switch
        {
            _ when !columns.Has(ReportField.Place) => ReportField.Place,
            ReportSection.Issued when !columns.Has(ReportField.Count) => ReportField.Count,
            ReportSection.Declined when !columns.Has(ReportField.DeclinedOn) && !columns.Has(ReportField.IssuedOn) => ReportField.DeclinedOn,
            _ => (ReportField?)null,
        };
        if (field is null) return null;
        var headers = string.Join(", ", columns.Headers.Where(header => header.Length > 0).Select(header => $"“{Short(header)}”"));
        return new Refusal(
            RefusalCodes.ColumnNotFound,
            $"{Name(columns.Section)} has no column for the {Name(field.Value)}: the header on {at} names {headers}. Name the column as the published reports do.",
            page,
            Key(field.Value));
    }

    /// <summary>The name of a field, for messages.</summary>
    public static string Name(ReportField field) => field switch
    {
        ReportField.Place => "jurisdiction",
        ReportField.State => "state",
        ReportField.Count => "number of detainers issued",
        ReportField.Agency => "law enforcement agency",
        ReportField.Citizenship => "citizenship",
        ReportField.IssuedOn => "date of issue",
        ReportField.DeclinedOn => "date of decline",
        ReportField.Reason => "reason",
        ReportField.Activity => "criminal activity",
        ReportField.Disposition => "disposition",
        ReportField.Aor => "area of responsibility",
        ReportField.Enacted => "date enacted",
        ReportField.Policy => "policy",
        _ => "criteria",
    };

    /// <summary>The name of a section, for messages.</summary>
    public static string Name(ReportSection section) => section switch
    {
        ReportSection.Issued => "Section I (detainers issued)",
        ReportSection.Declined => "Section II (detainers declined)",
        ReportSection.Listed => "Section III (jurisdictions listed)",
        _ => "Section IV (scope)",
    };

    // The name of the field in JSON.
    private static string Key(ReportField field) => field switch
    {
        ReportField.Place => "jurisdiction",
        ReportField.Count => "issued",
        _ => "declined",
    };

    private static string Short(string header) => header.Length <= 80 ? header : header[..80] + "…";
}
