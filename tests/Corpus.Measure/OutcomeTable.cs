using System.Globalization;
using System.Text;
using DetainerLedger.Corpus.Oracle;

namespace DetainerLedger.Corpus;

/// <summary>How many files of each kind, and of each producer, were read right, refused, flagged and silently wrong.</summary>
internal static class OutcomeTable
{
    private const string Tidy = "tidy";

    public static string Of(IReadOnlyList<MeasuredFile> files)
    {
        var text = new StringBuilder();
        Write(text, "kind", files, file => file.Expected.Kinds.Count == 0 ? [Tidy] : file.Expected.Kinds);
        text.AppendLine();
        Write(text, "producer", files, file => [file.Expected.Producer ?? Path.GetFileName(file.Path).Split('-')[0]]);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string what, IReadOnlyList<MeasuredFile> files, Func<MeasuredFile, IReadOnlyList<string>> names)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | files | wholly right | right, but questioned | refused as it should be | refused | flagged | silently wrong |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var group in files.SelectMany(file => names(file).Select(name => (name, file))).GroupBy(pair => pair.name, pair => pair.file).OrderBy(group => group.Key, StringComparer.Ordinal))
            text.AppendLine(Line(group.Key, [.. group]));
        text.AppendLine(Line("**all**", files));
    }

    private static string Line(string name, IReadOnlyList<MeasuredFile> files)
    {
        var counts = new[]
        {
            files.Count,
            files.Count(file => file.Rating?.Outcome == Outcome.Right),
            files.Count(file => file.Rating?.Outcome == Outcome.Questioned),
            files.Count(file => file.Rating?.Outcome == Outcome.Refused && MustBeRefused(file)),
            files.Count(file => file.Rating?.Outcome == Outcome.Refused && !MustBeRefused(file)),
            files.Count(file => file.Rating?.Outcome == Outcome.Flagged),
            files.Count(file => file.IsSilent),
        };
        return $"| {name} | {string.Join(" | ", counts.Select(count => count.ToString("N0", CultureInfo.InvariantCulture)))} |";
    }

    private static bool MustBeRefused(MeasuredFile file) => !file.Expected.Allowed.Contains("right") && file.Expected.Allowed.Contains("refused");
}
