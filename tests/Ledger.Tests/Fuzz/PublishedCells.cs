using System.Globalization;
using DetainerLedger.Parsing;
using DetainerLedger.Places;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>Every published cell must be in the file: a row may be lost with a remark, but never made up.</summary>
internal static class PublishedCells
{
    internal static readonly string[] DayStyles =
    [
        "M/d/yyyy", "MM/dd/yyyy", "M/d/yy", "MM/dd/yy", "MM/d/yyyy", "M/dd/yyyy", "M-d-yyyy", "MM-dd-yyyy", "M-d-yy", "MM-dd-yy", "M.d.yyyy", "MM.dd.yyyy", "yyyy-M-d", "yyyy-MM-dd", "yyyy/M/d",
        "yyyy/MM/dd", "yyyyMMdd", "MMMMd,yyyy", "MMMd,yyyy", "MMMMdyyyy", "MMMdyyyy", "MMM.d,yyyy", "dMMMMyyyy", "dMMMyyyy", "d-MMM-yyyy", "d-MMM-yy", "dd-MMM-yyyy",
        // A column of days before months.
        "d/M/yyyy", "dd/MM/yyyy", "d/M/yy", "dd/MM/yy", "d-M-yyyy", "dd-MM-yyyy", "d.M.yyyy", "dd.MM.yyyy", "d.M.yy", "dd.MM.yy",
    ];

    /// <returns>A cell that doesn't stand there; null when all do.</returns>
    public static string? FirstMadeUp(Reading.Report reading, byte[] content)
    {
        if (TextOf(reading.Format, content) is not { } text) return null;
        // Where texts are printed over each other, letters mix, and a check names the row.
        var mixed = reading.Remarks.Where(remark => remark.Code is "overprinted-text" or "uncertain-row").Select(remark => (remark.Source?.Page, remark.Source?.Row)).ToHashSet();
        var report = reading.Facts;
        return report.HighestVolume.Where(row => !mixed.Contains((row.Source.Page, row.Source.Row))).SelectMany(row => Place(row.Jurisdiction, row.AsPrinted).Append(row.Issued.ToString("N0", CultureInfo.InvariantCulture)))
            .Concat(report.Declines.Where(row => !mixed.Contains((row.Source.Page, row.Source.Row))).SelectMany(row => new[] { row.Agency, row.Citizenship, row.Reason, row.Activity }.SelectMany(Words).Concat(Place(row.Jurisdiction, row.AsPrinted))))
            .Concat(report.Listings.Where(row => !mixed.Contains((row.Source.Page, row.Source.Row))).SelectMany(row => new[] { row.Aor, row.Enacted, row.Policy }.Concat(row.Criteria).SelectMany(Words).Concat(Place(row.Jurisdiction, row.AsPrinted))))
            .Distinct()
            .FirstOrDefault(word => !text.Has(word) && !text.Has(word.Replace(",", "", StringComparison.Ordinal)))
            ?? report.Declines.SelectMany(row => new[] { row.Issued, row.Declined }).OfType<DateOnly>().Distinct().Where(day => !HasDay(text, day)).Select(day => day.ToString("O")).FirstOrDefault();
    }

    // PdfPig by itself gives up on colours and pictures that no reader of text looks at. Then there is nothing to compare with.
    private static FileText? TextOf(string format, byte[] content)
    {
        try
        {
            return FileText.Of(format, content);
        }
        catch (Exception) when (format == "pdf")
        {
            return null;
        }
    }

    // A word that was broken at its hyphen is in two places. Two columns of one field are joined by a semicolon. A bullet can be drawn, and is then no letter.
    private static IEnumerable<string> Words(string? cell) =>
        (cell ?? "").Split(' ').SelectMany(word => word.Split('-', '/')).Select(word => word.Trim(',', ';')).Where(word => word is not ("" or "•"));

    // The state of a heading is added to the places below it by its usual name, however the heading spells it.
    private static IEnumerable<string> Place(Jurisdiction place, string asPrinted) => Words(asPrinted).Except(Words(StateNames.Of(place.State)));

    private static bool HasDay(FileText text, DateOnly day) =>
        DayStyles.Any(style => text.HasInOnePiece(day.ToString(style, CultureInfo.InvariantCulture)))
        || DayStyles.Any(style => text.Has(day.ToString(style, CultureInfo.InvariantCulture)))
        || text.Has(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture));
}
