using System.Text.RegularExpressions;
using DetainerLedger.Reports;

namespace DetainerLedger.Checks;

/// <summary>A section has another title, or the report says in other words what it counts, than the week before.</summary>
internal static partial class ChangedWords
{
    public static IEnumerable<Check> Since(WeeklyReport previous, WeeklyReport report)
    {
        foreach (var (before, now) in previous.SectionTitles.Zip(report.SectionTitles))
            if (!SayTheSame(before, now))
                yield return Say.Info("section-title-changed", $"A section that was called “{before}” is called “{now}”.");
        if (!SayTheSame(previous.Definition, report.Definition))
            yield return Say.Info("definition-changed", Change("The definition of what is counted", previous.Definition, report.Definition));
        if (!SayTheSame(previous.Scope, report.Scope))
            yield return Say.Info("definition-changed", Change("The section on scope and data fidelity", previous.Scope, report.Scope));
    }

    private static string Change(string what, string? before, string? now) => (before, now) switch
    {
        (null, _) => $"{what} is new.",
        (_, null) => $"{what} is missing, which the report before it has.",
        _ => $"{what} is worded otherwise than in the report before it.",
    };

    // The week's own dates are in these words, and differ always.
    private static bool SayTheSame(string? before, string? now) => before is null || now is null ? before == now : Plain(before) == Plain(now);

    private static string Plain(string text) => Blanks().Replace(Dates().Replace(text, "(date)"), " ").Trim();

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4},?)?", RegexOptions.IgnoreCase)]
    private static partial Regex Dates();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
