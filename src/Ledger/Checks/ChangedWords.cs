using System.Text.RegularExpressions;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks;

/// <summary>A section has another title, or the report says in other words what it counts, than the week before.</summary>
internal static partial class ChangedWords
{
    public static IEnumerable<Check> Since(WeeklyReport previous, WeeklyReport report)
    {
        var titles = ByNumeral(previous);
        foreach (var (numeral, now) in ByNumeral(report))
            if (titles.TryGetValue(numeral, out var before) && !SayTheSame(before, now))
                yield return Say.Info("section-title-changed", $"A section that was called “{before}” is called “{now}”.");
        if (!SayTheSame(previous.Definition, report.Definition))
            yield return Say.Info("definition-changed", Change("The definition of what is counted", previous.Definition, report.Definition));
        if (!SayTheSame(previous.Scope, report.Scope))
            yield return Say.Info("definition-changed", Change("The section on scope and data fidelity", previous.Scope, report.Scope));
    }

    /// <summary>A section that is missing must not have the next one compared with it.</summary>
    private static Dictionary<string, string> ByNumeral(WeeklyReport report)
    {
        var titles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (position, title) in report.SectionTitles.Index())
            titles.TryAdd(Numeral().Match(title) is { Success: true } printed ? printed.Groups[1].Value : $"#{position}", title);
        return titles;
    }

    private static string Change(string what, string? before, string? now) => (before, now) switch
    {
        (null, _) => $"{what} is new.",
        (_, null) => $"{what} is missing, which the report before it has.",
        _ => $"{what} is worded otherwise than in the report before it.",
    };

    // The week's own dates are in these words, and differ always; so may the dashes and quotes of whoever typed it.
    private static bool SayTheSame(string? before, string? now) => before is null || now is null ? before == now : Plain(before) == Plain(now);

    private static string Plain(string text)
    {
        var undated = Period().Replace(Dates().Replace(PlaceText.Fold(text), "(date)"), "(date)");
        return NoWord().Replace(undated, " ").Trim().ToLowerInvariant();
    }

    [GeneratedRegex(@"^\s*Section\s+([IVX]+|\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numeral();

    // "January 28, 2017", "Jan. 28", "February 4 - 10, 2017", "2/4/2017": a second day without its month is part of the first.
    [GeneratedRegex(
        @"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:\s*(?:-|to|through)\s*\d{1,2}\b(?!/))?(?:,?\s+\d{4}\b)?|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Dates();

    // A week within a month may be one date, and one that crosses months is two.
    [GeneratedRegex(@"\(date\)(?:[\s,-]*(?:to|through|and)?\s*\(date\))+", RegexOptions.IgnoreCase)]
    private static partial Regex Period();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoWord();
}
