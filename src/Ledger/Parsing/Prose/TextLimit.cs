using System.Globalization;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Prose;

/// <summary>
/// Limits the texts of a report that belong to no row to <see cref="ReadingLimits.TextCharacters"/>, whatever its format. Longer
/// texts are truncated, with a check: a week isn't lost because of a long notice.
/// </summary>
internal static class TextLimit
{
    private const string Code = "text-truncated";
    private const string Mark = "…";

    public static Reading Apply(Reading reading, ReadingLimits limits, ArrivalId id)
    {
        if (reading is not Reading.Report { Facts: var facts } report) return reading;
        var limit = limits.TextCharacters;
        var checks = new List<Check>();
        var cut = facts with
        {
            Notices = Notices(facts.Notices, limit, checks),
            Definition = Text("definition", facts.Definition, limit, id, checks),
            Scope = Text("scope", facts.Scope, limit, id, checks),
            SectionTitles = Titles(facts.SectionTitles, limit, id, checks),
        };
        return checks.Count == 0 ? reading : report with { Facts = cut, Remarks = [.. report.Remarks, .. checks] };
    }

    private static List<Notice> Notices(IReadOnlyList<Notice> notices, int limit, List<Check> checks)
    {
        var lengths = Shares([.. notices.Select(notice => notice.Text.Length)], limit);
        var kept = new List<Notice>();
        foreach (var (index, notice) in notices.Index())
        {
            var text = Cut(notice.Text, lengths[index]);
            if (text.Length < notice.Text.Length) checks.Add(Truncated($"Notice {index + 1}", notice.Text, text, limit, notice.Source));
            if (text.Length > 0) kept.Add(notice with { Text = text });
        }

        return kept;
    }

    private static List<string> Titles(IReadOnlyList<string> titles, int limit, ArrivalId id, List<Check> checks)
    {
        var lengths = Shares([.. titles.Select(title => title.Length)], limit);
        var kept = titles.Index().Select(title => Cut(title.Item, lengths[title.Index])).ToList();
        foreach (var (index, text) in kept.Index())
            if (text.Length < titles[index].Length)
                checks.Add(Truncated($"Title {index + 1} of the sections", titles[index], text, limit, new SourceLocation(id, null, null)));
        return [.. kept.Where(title => title.Length > 0)];
    }

    private static string? Text(string name, string? text, int limit, ArrivalId id, List<Check> checks)
    {
        if (text is null || text.Length <= limit) return text;
        var cut = Cut(text, limit);
        checks.Add(Truncated($"The {name}", text, cut, limit, new SourceLocation(id, null, null)));
        return cut;
    }

    /// <summary>The number of characters kept of each text: short texts are kept whole, and longer ones are cut to the same length.</summary>
    private static int[] Shares(int[] lengths, int limit)
    {
        var shares = lengths.ToArray();
        if (lengths.Sum(length => (long)length) <= limit) return shares;
        var left = limit;
        foreach (var (rank, (index, length)) in lengths.Index().OrderBy(one => one.Item).Index())
        {
            shares[index] = Math.Min(length, left / (lengths.Length - rank));
            left -= shares[index];
        }

        return shares;
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = length - Mark.Length;
        if (end <= 0) return "";

        // The end is neither half of a surrogate pair nor a space.
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + Mark;
    }

    private static Check Truncated(string what, string text, string cut, int limit, SourceLocation source) => new(
        Code,
        CheckSeverity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"{what} has {text.Length:N0} characters, of which {Math.Max(0, cut.Length - Mark.Length):N0} are kept: texts of its kind are kept up to {limit:N0} characters in all. The file has the rest."),
        source);
}
