using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Prose;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>The content before the sections: the title with the period, and the summary with its definition of what is counted.</summary>
/// <param name="IsOfReport">Whether the title is that of the weekly report.</param>
/// <param name="Definition">The paragraphs of the definition.</param>
internal sealed partial record Preface(bool IsOfReport, int? TitlePage, ReportingWeek? Period, IReadOnlyList<Paragraph> Definition)
{
    public static Preface Of(IReadOnlyList<TextLine> lines, HyphenatedWords words)
    {
        var title = Index(lines, line => ReportTitle().IsMatch(line));
        var (period, periodEnd) = FindPeriod(lines);
        return new Preface(
            title >= 0 || Index(lines, line => PeriodTitle().IsMatch(line)) >= 0,
            lines.Count == 0 ? null : lines[Math.Max(title, 0)].Page,
            period,
            DefinitionOf(lines, periodEnd, words));
    }

    /// <summary>The period in the title is used; a period in the summary only if the title has none.</summary>
    private static (ReportingWeek? Period, int End) FindPeriod(IReadOnlyList<TextLine> lines)
    {
        var title = Index(lines, line => PeriodTitle().IsMatch(line));
        for (var end = title + 1; title >= 0 && end <= Math.Min(title + 3, lines.Count); end++)
        {
            if (PeriodReader.Find(Joined(lines, title, end)) is { } period) return (period, end);
        }

        for (var start = 0; start < lines.Count; start++)
        {
            for (var end = start + 1; end <= Math.Min(start + 2, lines.Count); end++)
            {
                if (PeriodReader.Find(Joined(lines, start, end)) is { } period) return (period, title >= 0 ? title + 1 : 0);
            }
        }

        return (null, title + 1);
    }

    private static List<Paragraph> DefinitionOf(IReadOnlyList<TextLine> lines, int behindTitle, HyphenatedWords words)
    {
        var summary = Index(lines, line => SummaryTitle().IsMatch(line));
        var start = summary >= 0 ? summary + 1 : behindTitle;
        return
        [
            .. Paragraphs.Of([.. lines.Skip(start).Select(WithoutHeading)], words, lines)
                .Where(paragraph => !paragraph.IsBulleted && !SectionTitle().IsMatch(paragraph.Text))
                .Select(paragraph => paragraph with { Text = LeadIn().Replace(paragraph.Text, "") })
                .Where(paragraph => paragraph.Text.Length > 0),
        ];
    }

    /// <summary>A line without a heading that is printed beside or over it, set in another font than the text.</summary>
    private static TextLine WithoutHeading(TextLine line)
    {
        var text = line.Words.SkipWhile(word => word.Font == line.Font).ToList();
        return text.Count > 0 && SummaryTitle().IsMatch(string.Join(' ', line.Words.Take(line.Words.Count - text.Count).Select(word => word.Text)))
            ? new TextLine(line.Page, text)
            : line;
    }

    private static string Joined(IReadOnlyList<TextLine> lines, int start, int end) => string.Join(' ', lines.Skip(start).Take(end - start).Select(line => line.Text));

    private static int Index(IReadOnlyList<TextLine> lines, Predicate<string> matches)
    {
        for (var index = 0; index < lines.Count; index++)
            if (matches(lines[index].Text))
                return index;
        return -1;
    }

    [GeneratedRegex(@"Declined\s+Detainers?\s+Outcome\s+Report", RegexOptions.IgnoreCase)]
    private static partial Regex ReportTitle();

    [GeneratedRegex(@"\bRecorded\s+Declined\s+Detainers?\b(?!.*\b(?:between|lists?|jurisdictions)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex PeriodTitle();

    // "This report is comprised of four sections:" isn't part of the definition.
    [GeneratedRegex(@"(?:(?<=\.)\s+|^)[^.]*:$")]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^(?:Executive\s+)?Summary\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex SummaryTitle();

    [GeneratedRegex(@"^Section\s+[IVX0-9]+\s*[:.\-–—]", RegexOptions.IgnoreCase)]
    private static partial Regex SectionTitle();
}
