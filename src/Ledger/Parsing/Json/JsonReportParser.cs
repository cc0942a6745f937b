using System.Text.Json;
using DetainerLedger.Parsing.Prose;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Json;

/// <summary>Reads a weekly report that was dropped as JSON. Unknown keys are ignored and optional ones may be missing.</summary>
internal static class JsonReportParser
{
    public static Reading Read(JsonElement root, JsonSource source)
    {
        var fields = source.Fields;
        var (reading, refusal) = Period(root, source);
        if (reading is not { Period: var period } days) return refusal!;
        if (days.IsAmbiguous) source.Remarks.Add(days.Ambiguous(source.OfPath("period", "week")));

        var declines = Declines(root, source, period);
        var counted = fields.Count(root, "", "detainersDeclined");
        var report = new WeeklyReport
        {
            Period = period,
            DetainersIssued = fields.Count(root, "", "detainersIssued"),

            // Files written by this app state both. A file made elsewhere states one, and it may differ from its rows: that is a check, not an error.
            DeclinedAsStated = root.TryGetProperty("declinedAsStated", out _) ? fields.Count(root, "", "declinedAsStated") : counted,
            HighestVolumeTotal = fields.Count(root, "", "highestVolumeTotal"),
            HighestVolume = HighestVolume(root, source),
            Declines = declines,
            Listings = Listings(root, source),
            Notices = Notices(root, source),
            SectionTitles = Texts(root, "", "sectionTitles", fields),
            Scope = fields.Paragraphs(root, "", "scope"),
            Definition = fields.Paragraphs(root, "", "definition"),
        };

        if (source.Refused() is { } refused) return refused;
        if ((counted ?? report.DeclinedAsStated) is > 0 && declines.Count == 0)
            return source.Refuse(RefusalCodes.NoRows, "Detainers are said to have been declined, but none of them is listed.", "declines");
        if (report.HighestVolume.Count + declines.Count + report.Listings.Count == 0) return source.Refuse(RefusalCodes.NoRows, "The report has no row.", "declines");
        return new Reading.Report(report, JsonSource.Format, null, [.. source.Remarks, .. Missing(report)]);
    }

    // Returns either the days or a refusal.
    private static (PeriodDays?, Reading.Refused?) Period(JsonElement root, JsonSource source)
    {
        var (fields, period, week) = (source.Fields, JsonFields.Get(root, "period"), Day(root, "", "week", source.Fields));
        var isObject = period is { ValueKind: JsonValueKind.Object };
        var (start, end) = isObject ? (Day(period!.Value, "period", "start", fields), Day(period.Value, "period", "end", fields)) : (week, null);
        if (source.Refused() is { } unreadable) return (null, unreadable);
        if (start is null || (isObject && end is null))
            return (null, source.Refuse(RefusalCodes.PeriodNotFound, "The file names no period: period.start and period.end, or week, are missing.", "period"));
        if (PeriodDays.Of(start, end) is not { } days)
            return (null, source.Refuse(RefusalCodes.PeriodNotFound, $"No weekly report covers {start} to {end}.", "period.end"));
        if (week is null || CellReader.Date(week, DateOrder.MonthFirst) == days.Period.Start || CellReader.Date(week, DateOrder.DayFirst) == days.Period.Start) return (days, null);
        return (null, source.Refuse(RefusalCodes.PeriodNotFound, $"The week is {week}, but its period begins on {days.Period.Start:O}.", "week"));
    }

    // The text of a day that is valid with the month or the day first.
    private static string? Day(JsonElement parent, string path, string key, JsonFields fields)
    {
        var text = fields.Text(parent, path, key);
        if (text is not null && !CellReader.IsDate(text)) fields.Date(null, JsonFields.Join(path, key));
        return text;
    }

    private static List<IssuedVolume> HighestVolume(JsonElement root, JsonSource source)
    {
        var rows = new List<IssuedVolume>();
        foreach (var (row, path) in source.Fields.Objects(root, "", "highestVolume"))
        {
            var at = source.At("highestVolume", rows.Count);
            var (jurisdiction, asPrinted) = source.Place(row, path, at);
            var issued = source.Fields.Count(row, path, "issued");
            if (issued is null) source.Fields.Fail(JsonFields.Join(path, "issued"), "is missing");
            rows.Add(new IssuedVolume(jurisdiction, asPrinted, issued ?? 0, at));
        }

        return rows;
    }

    private static List<DeclinedDetainer> Declines(JsonElement root, JsonSource source, ReportingWeek period)
    {
        var (rows, fields) = (new List<DeclinedDetainer>(), source.Fields);

        // As in a table, all days decide together whether the day or the month comes first.
        var texts = fields.Objects(root, "", "declines").Select(row => (fields.Text(row.Value, row.Path, "issued"), fields.Text(row.Value, row.Path, "declined"))).ToList();
        var dates = DateColumns.Of(texts, period, source.OfPath("declines"));
        source.Remarks.AddRange(dates.Remarks);
        foreach (var (row, path) in fields.Objects(root, "", "declines"))
        {
            var at = source.At("declines", rows.Count);
            var (jurisdiction, asPrinted) = source.Place(row, path, at);
            var (activity, mark) = CellReader.Activity(fields.Text(row, path, "activity"));
            var stated = fields.Text(row, path, "disposition");
            if (stated is not null && CellReader.Disposition(stated) is null)
                fields.Fail(JsonFields.Join(path, "disposition"), "is neither “charge” nor “conviction”");
            rows.Add(new DeclinedDetainer(
                jurisdiction,
                asPrinted,
                fields.Text(row, path, "agency"),
                fields.Text(row, path, "citizenship"),
                Date("issued", ReportField.IssuedOn, at),
                Date("declined", ReportField.DeclinedOn, at),
                fields.Text(row, path, "reason"),
                activity,
                CellReader.Disposition(stated) ?? mark,
                at));

            DateOnly? Date(string key, ReportField field, SourceLocation place)
            {
                if (fields.Text(row, path, key) is not { } text) return null;
                if (dates.IsAmbiguous(field, text)) source.Remarks.Add(DateColumns.Either(field, text, place));
                return fields.Date(dates.Read(field, text), JsonFields.Join(path, key));
            }
        }

        return rows;
    }

    private static List<PolicyListing> Listings(JsonElement root, JsonSource source)
    {
        var (rows, fields) = (new List<PolicyListing>(), source.Fields);
        foreach (var (row, path) in fields.Objects(root, "", "listings"))
        {
            var at = source.At("listings", rows.Count);
            var (jurisdiction, asPrinted) = source.Place(row, path, at);
            var criteria = JsonFields.Get(row, "criteria") is { ValueKind: JsonValueKind.String } text
                ? CellReader.Items([fields.TextOf(text, JsonFields.Join(path, "criteria")) ?? ""])
                : Texts(row, path, "criteria", fields);
            rows.Add(new PolicyListing(
                jurisdiction, asPrinted, fields.Text(row, path, "aor"), fields.Text(row, path, "enacted"), fields.Text(row, path, "policy"), criteria, at));
        }

        return rows;
    }

    private static List<Notice> Notices(JsonElement root, JsonSource source)
    {
        var notices = new List<Notice>();
        foreach (var (item, path) in source.Fields.Items(root, "", "notices"))
        {
            var text = item.ValueKind == JsonValueKind.Object ? source.Fields.Text(item, path, "text") : source.Fields.TextOf(item, path);
            if (text is null) source.Fields.Fail(path, "has no text");
            notices.Add(new Notice(text ?? "", source.At("notices", notices.Count, isRow: false)));
        }

        return notices;
    }

    private static IReadOnlyList<string> Texts(JsonElement parent, string path, string key, JsonFields fields) =>
        [.. fields.Items(parent, path, key).Select(item => fields.TextOf(item.Value, item.Path)).OfType<string>()];

    private static IEnumerable<Check> Missing(WeeklyReport report)
    {
        if (report.HighestVolume.Count == 0) yield return Missing("highestVolume (Section I)");
        if (report.Declines.Count == 0 && report.DeclinedAsStated is null) yield return Missing("declines (Section II): how many were declined is unknown");
        if (report.Listings.Count == 0) yield return Missing("listings (Section III)");

        static Check Missing(string what) => new("section-missing", CheckSeverity.Warning, $"The report has no {what}.", null);
    }
}
