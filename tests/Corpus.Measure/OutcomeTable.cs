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
        text.AppendLine(Goal(files)).AppendLine();
        Write(text, "kind", files, file => file.Expected.Kinds.Count == 0 ? [Tidy] : file.Expected.Kinds);
        text.AppendLine();
        Write(text, "producer", files, file => [file.Expected.Producer ?? Path.GetFileName(file.Path).Split('-')[0]]);
        return text.ToString();
    }

    // What the project aims at.
    private static string Goal(IReadOnlyList<MeasuredFile> files)
    {
        var (possible, silent) = (files.Where(file => file.CanBeRight).ToList(), files.Count(file => file.IsSilent));
        var right = possible.Count(file => file.Rating?.Outcome == Outcome.Right);
        var share = possible.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({100.0 * right / possible.Count:N1} %)");
        return string.Create(CultureInfo.InvariantCulture, $"Wholly right: {right:N0} of the {possible.Count:N0} files that can be read right{share}. Silently wrong: {silent:N0} of {files.Count:N0}.");
    }

    private static void Write(StringBuilder text, string what, IReadOnlyList<MeasuredFile> files, Func<MeasuredFile, IReadOnlyList<string>> names)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | files | wholly right | right, but questioned | refused as it should be | refused | flagged as it should be | flagged | silently wrong |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
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
            files.Count(file => file.Rating?.Outcome == Outcome.Refused && !file.CanBeRight && file.Expected.Allowed.Contains("refused")),
            files.Count(file => file.Rating?.Outcome == Outcome.Refused && (file.CanBeRight || !file.Expected.Allowed.Contains("refused"))),
            files.Count(file => file.Rating?.Outcome == Outcome.Flagged && !file.CanBeRight && file.Expected.Allowed.Contains("flagged")),
            files.Count(file => file.Rating?.Outcome == Outcome.Flagged && (file.CanBeRight || !file.Expected.Allowed.Contains("flagged"))),
            files.Count(file => file.IsSilent),
        };
        return $"| {name} | {string.Join(" | ", counts.Select(count => count.ToString("N0", CultureInfo.InvariantCulture)))} |";
    }
}
