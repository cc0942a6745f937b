using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Prose;

/// <summary>Holds the texts of a report that belong to no row to <see cref="ReadingLimits.TextCharacters"/>, whatever its format.</summary>
internal static class TextLimit
{
    /// <returns>Null when no text is too long.</returns>
    public static Reading.Refused? Refuse(Reading reading, ReadingLimits limits)
    {
        if (reading is not Reading.Report { Facts: var facts, Format: var format }) return null;
        foreach (var (field, length, page) in Lengths(facts))
        {
            if (length > limits.TextCharacters)
                return new Reading.Refused(new Refusal(RefusalCodes.TooLarge, $"“{field}” has {length:N0} characters; at most {limits.TextCharacters:N0} are read.", page, field), format);
        }

        return null;
    }

    private static IEnumerable<(string Field, long Length, int? Page)> Lengths(WeeklyReport facts)
    {
        yield return ("notices", facts.Notices.Sum(notice => (long)notice.Text.Length), facts.Notices.MaxBy(notice => notice.Text.Length)?.Source.Page);
        yield return ("definition", facts.Definition?.Length ?? 0, null);
        yield return ("scope", facts.Scope?.Length ?? 0, null);
        yield return ("sectionTitles", facts.SectionTitles.Sum(title => (long)title.Length), null);
    }
}
