using System.Text.RegularExpressions;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks.Changes;

/// <summary>A section's title, or the wording of what the report counts, differs from the week before.</summary>
internal static partial class ChangedWords
{
    public static IEnumerable<Check> Since(WeeklyReport previous, WeeklyReport report)
    {
        var (before, now) = (new OwnDates(previous.Period), new OwnDates(report.Period));
        var titles = ByNumeral(previous);
        foreach (var (numeral, title) in ByNumeral(report))
            if (titles.TryGetValue(numeral, out var earlier) && Differ(earlier, title))
                yield return Check.Info("section-title-changed", $"A section previously titled “{earlier}” is now titled “{title}”.");
        if (Differ(previous.Definition, report.Definition))
            yield return Check.Info("definition-changed", $"{Change("The definition of what is counted", previous.Definition, report.Definition)}");
        if (Differ(previous.Scope, report.Scope))
            yield return Check.Info("definition-changed", $"{Change("The section on scope and data fidelity", previous.Scope, report.Scope)}");

        bool Differ(string? then, string? today) =>
            then is null || today is null ? then != today : Plain(before.TakenOutOf(TextFolding.Fold(then))) != Plain(now.TakenOutOf(TextFolding.Fold(today)));
    }

    /// <summary>If a section is missing, the next one must not be compared with it.</summary>
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
        (_, null) => $"{what} is missing, although the previous report has it.",
        _ => $"{what} is worded differently than in the previous report.",
    };

    // Dashes and quotes vary from author to author.
    private static string Plain(string text) => NoWord().Replace(text, " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"^\s*Section\s+([IVX]+|[0-9]+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numeral();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoWord();
}
