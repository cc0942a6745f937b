using System.Text.RegularExpressions;
using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <param name="Kind">Null for a section that no report of 2017 had.</param>
/// <param name="Lines">The lines below the title.</param>
internal sealed record OutlinedSection(ReportSection? Kind, string Title, int Page, IReadOnlyList<TextLine> Lines);

/// <summary>The report's parts, found by the titles of its sections.</summary>
/// <param name="Preface">The lines before the first section: the title and the summary.</param>
internal sealed partial record ReportOutline(IReadOnlyList<TextLine> Preface, IReadOnlyList<OutlinedSection> Sections)
{
    // Three titles in succession with nothing between them are a table of contents.
    private const int ContentsAtLeast = 3;

    private const int LongestTitle = 4;

    public static ReportOutline Of(IReadOnlyList<TextLine> lines)
    {
        var titles = Titles(lines);
        if (titles.Count == 0) return new ReportOutline(lines, []);

        var sections = titles.Select((title, index) =>
        {
            var end = index + 1 < titles.Count ? titles[index + 1].Start : lines.Count;
            return new OutlinedSection(title.Kind, title.Text, lines[title.Start].Page, [.. WithoutRepeats(lines, title, end)]);
        });
        return new ReportOutline([.. lines.Take(titles[0].Start)], [.. sections]);
    }

    public OutlinedSection? Find(ReportSection kind) => Sections.FirstOrDefault(section => section.Kind == kind);

    private static List<TitleAt> Titles(IReadOnlyList<TextLine> lines)
    {
        var found = new List<TitleAt>();
        for (var start = 0; start < lines.Count; start++)
        {
            if (!IsTitle(lines[start].Text)) continue;
            var end = start + 1;
            while (end < lines.Count && end - start < LongestTitle && Continues(lines, end)) end++;
            var text = CellReader.Join(lines.Skip(start).Take(end - start).Select(line => line.Text))!;
            found.Add(new TitleAt(start, end, text, Kind(text)));
            start = end - 1;
        }

        var contents = Contents(found);
        return [.. found.Where(title => !contents.Contains(title)).DistinctBy(title => title.Kind is { } kind ? kind.ToString() : title.Text)];
    }

    private static HashSet<TitleAt> Contents(List<TitleAt> titles)
    {
        var contents = new HashSet<TitleAt>();
        var run = new List<TitleAt>();
        foreach (var title in titles)
        {
            // If a section is listed a second time, that is the section itself, directly below its table of contents.
            if (run.Count > 0 && (run[^1].End != title.Start || run.Exists(other => other.Kind == title.Kind))) run = [];
            run.Add(title);
            if (run.Count >= ContentsAtLeast) contents.UnionWith(run);
        }

        return contents;
    }

    private static bool Continues(IReadOnlyList<TextLine> lines, int index)
    {
        var (last, next) = (lines[index - 1], lines[index]);
        return last.Page == next.Page && last.Font == next.Font && Math.Abs(last.Size - next.Size) < 0.5 && !IsTitle(next.Text)
            && last.Baseline - next.Baseline < 1.6 * last.Size
            && Paragraphs.IsFull(last, next, lines.Where(line => line.Page == last.Page).Max(line => line.Right));
    }

    // The title of a section can be repeated at the top of each of its pages.
    private static IEnumerable<TextLine> WithoutRepeats(IReadOnlyList<TextLine> lines, TitleAt title, int end)
    {
        for (var index = title.End; index < end; index++)
        {
            if (IsTitle(lines[index].Text) && Kind(lines[index].Text) == title.Kind && title.Kind is not null)
            {
                while (index + 1 < end && index + 1 < lines.Count && Continues(lines, index + 1)) index++;
                continue;
            }

            yield return lines[index];
        }
    }

    public static bool IsTitle(string line)
    {
        var match = Title().Match(line);
        return match.Success ? match.Groups["mark"].Length > 0 || KindByWords(line) is not null : BareTitle().IsMatch(line);
    }

    private static ReportSection? Kind(string title) => KindByWords(title) ?? Title().Match(title).Groups["number"].Value.ToUpperInvariant() switch
    {
        "I" or "1" => ReportSection.Issued,
        "II" or "2" => ReportSection.Declined,
        "III" or "3" => ReportSection.Listed,
        "IV" or "4" => ReportSection.Scope,
        _ => null,
    };

    private static ReportSection? KindByWords(string title) =>
        Has(title, "Highest Volume") ? ReportSection.Issued
        : Has(title, "Enacted") || Has(title, "Table of Jurisdictions") || Has(title, "Policies") ? ReportSection.Listed
        : Has(title, "Declined Detainer") || Has(title, "Detainers Declined") ? ReportSection.Declined
        : Has(title, "Scope") || Has(title, "Data Fidelity") ? ReportSection.Scope
        : Has(title, "Detainers Issued") ? ReportSection.Issued
        : null;

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^Section\s+(?<number>[IVX]{1,4}|[0-9])\b\s*(?<mark>[:.\-–—]?)", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    // Some weeks omit the word "Section", or the number too. A sentence that continues the preceding line begins with a small letter.
    [GeneratedRegex(@"^(?:[IV]{1,3}\s*[.:)\-–—]\s*)?(?:(?i:Highest Volume of Detainers)|J(?i:urisdictions with Recorded Declined)|T(?i:able of Jurisdictions)|R(?i:eport Scope and Data))\b")]
    private static partial Regex BareTitle();

    private sealed record TitleAt(int Start, int End, string Text, ReportSection? Kind);
}
