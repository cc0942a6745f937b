using System.Text.RegularExpressions;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>
/// Finds the field of a column whose header isn't known: if a field has no column, and the values of exactly one such column are of
/// its kind, it is that one. A check names the column. Counts and days of issue are never found this way: other numbers and days look alike.
/// </summary>
public static partial class ColumnsByValues
{
    private const int EnoughValues = 5;
    private const double Most = 0.8;

    private static readonly ReportField[] OfDeclined = [ReportField.DeclinedOn, ReportField.Agency, ReportField.Citizenship, ReportField.Reason, ReportField.Activity];
    private static readonly ReportField[] OfListed = [ReportField.Enacted, ReportField.Policy, ReportField.Criteria];

    /// <param name="period">The week of the report; null if it isn't known.</param>
    /// <returns>The same columns if none is found.</returns>
    public static ColumnMap Find(ColumnMap columns, IReadOnlyList<TableRow> rows, ReportingWeek? period)
    {
        if (columns.UnknownColumns.Count == 0) return columns;
        var missing = (columns.Section switch { ReportSection.Declined => OfDeclined, ReportSection.Listed => OfListed, _ => [] }).Where(field => !columns.Has(field)).ToList();
        if (missing.Count == 0) return columns;
        var values = columns.UnknownColumns.ToDictionary(
            column => column, column => rows.Select(row => column < row.Cells.Count ? CellReader.Join(row.Cells[column]) : null).OfType<string>().ToList());
        var fitting = missing.ToDictionary(field => field, field => values.Where(column => Fits(field, columns.Headers[column.Key], column.Value, rows.Count, period)).Select(column => column.Key).ToList());

        // A column that is the only one for a field isn't one for another.
        while (fitting.FirstOrDefault(field => field.Value.Count == 1) is { Value: [var column], Key: var field })
        {
            columns = columns.With(field, column);
            fitting.Remove(field);
            foreach (var others in fitting.Values) others.Remove(column);
        }

        return columns;
    }

    private static bool Fits(ReportField field, string header, List<string> values, int rows, ReportingWeek? period) =>
        values.Count >= EnoughValues && values.Count * 2 >= rows && values.Count(value => IsOfKind(field, header, value, period)) >= Most * values.Count;

    private static bool IsOfKind(ReportField field, string header, string value, ReportingWeek? period) => field switch
    {
        ReportField.DeclinedOn => period is not null && (IsWithin(period, value, DateOrder.MonthFirst) || IsWithin(period, value, DateOrder.DayFirst)),
        ReportField.Agency => Agency().IsMatch(value),
        ReportField.Citizenship => CountryNames.IsCountry(value) && !Birth().IsMatch(header),
        ReportField.Reason => Reason().IsMatch(value),
        ReportField.Activity => CellReader.Activity(value).Disposition is not null || Offense().IsMatch(value),
        ReportField.Enacted => Enactment().IsMatch(value),
        ReportField.Policy => Policy().IsMatch(value),
        ReportField.Criteria => Criterion().IsMatch(value),
        _ => false,
    };

    private static bool IsWithin(ReportingWeek period, string value, DateOrder order) => CellReader.Date(value, order) is { } day && period.Contains(day);

    [GeneratedRegex(@"\b(?:jail|sheriff|police|prison|penitentiary|detention|correction\w*|booking|marshal|custody)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Agency();

    // A country of birth is no citizenship.
    [GeneratedRegex(@"birth|born|origin", RegexOptions.IgnoreCase)]
    private static partial Regex Birth();

    [GeneratedRegex(@"\b(?:honou?rs?|detainers?|warrants?|court orders?|probable cause|I-?247\w?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\b(?:assault|burglary|robbery|larceny|theft|homicide|murder|manslaughter|kidnap\w*|drugs?|narcotics|weapons?|fraud\w*|forgery|sex\w*|violence|driving|traffic|crimes?|offenses?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Offense();

    [GeneratedRegex(@"^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+)?(?:[0-9]{1,2},\s*)?(?:19|20)[0-9]{2}$|^unknown$", RegexOptions.IgnoreCase)]
    private static partial Regex Enactment();

    [GeneratedRegex(@"\b(?:polic(?:y|ies)|ordinances?|resolutions?|laws?|acts?|orders?|directives?|memo(?:randum)?|statements?|bill|code|procedures?|regulations?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Policy();

    [GeneratedRegex(@"\b(?:honou?rs?|warrants?|detainers?|hold|notifications?|felony|convict\w*|court orders?|probable cause|release)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Criterion();
}
