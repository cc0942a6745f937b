using DetainerLedger.Parsing.Pdf.SelfCheck;
using DetainerLedger.Parsing.Prose;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Makes a weekly report from the content of the pages of a PDF.</summary>
internal sealed class PdfReport(NameResolver places, ReadingLimits limits, ArrivalId id)
{
    private const string Format = "pdf";

    private static readonly ReportSection[] Tables = [ReportSection.Issued, ReportSection.Declined, ReportSection.Listed];

    public Reading Read(IReadOnlyList<PageText> asPrinted, CancellationToken cancellation)
    {
        if (asPrinted.Count == 0) return Refuse(RefusalCodes.DamagedFile, "The PDF has no pages. Drop the agency's file again.");
        if (asPrinted.All(page => page.Lines.Count == 0))
            return Refuse(RefusalCodes.NoText, "The pages hold no text, only pictures: a scan. Drop the file that the agency published, or one with its text recognised.");

        var stamps = asPrinted.SelectMany(page => page.Stamps).Concat(Stamps.BesideText(asPrinted)).ToHashSet();
        var pages = RunningLines.Remove([.. asPrinted.Select(page => Stamps.Remove(page, stamps))]);
        var outline = ReportOutline.Of([.. pages.SelectMany(page => page.Lines)]);
        var words = HyphenatedWords.Of(pages.SelectMany(page => page.Lines).SelectMany(line => line.Words));
        var preface = Preface.Of(outline.Preface, words);
        if (outline.Sections.All(section => section.Kind is null or ReportSection.Scope) && !preface.IsOfReport)
            return Refuse(RefusalCodes.NotAReport, "This is a PDF, but not a Weekly Declined Detainer Outcome Report: neither its title nor its sections were found.");
        if (preface.Period is not { } period)
        {
            return Refuse(
                RefusalCodes.PeriodNotFound, "The title names no period, as “For Recorded Declined Detainers Feb 4 – Feb 10, 2017” does.", preface.TitlePage, "period");
        }

        var numbered = pages.ToDictionary(page => page.Number);
        var rows = new SectionRows(places, id) { Period = period, IsDrawn = true };
        var totals = new StatedTotals();
        var notices = new List<Notice>();
        var doubts = new List<Check>();
        foreach (var section in outline.Sections.Where(section => section.Kind is { } kind && Tables.Contains(kind)))
        {
            if (ReadSection(section, numbered, words, rows, totals, notices, doubts, period, cancellation) is { } refused) return refused;
        }

        if (rows.Count == 0) return Refuse(RefusalCodes.NoRows, "The report's title was found, but no row of any table.", 1);

        var scope = Paragraphs.Of(outline.Find(ReportSection.Scope)?.Lines ?? [], words);
        var prose = scope.SelectMany(paragraph => LooseText.Question(paragraph, "a part of the scope"))
            .Concat(preface.Definition.SelectMany(paragraph => LooseText.Question(paragraph, "a part of the definition")))
            .Concat(outline.Sections.SelectMany(section => LooseText.QuestionTitle(section.Title, section.Page)));
        doubts.AddRange(prose.Select(doubt => doubt.ToCheck(id)));

        var report = new WeeklyReport
        {
            Period = period,
            DetainersIssued = totals.Issued,
            DeclinedAsStated = totals.Declined ?? rows.DeclinedTotal,
            HighestVolumeTotal = totals.HighestVolume ?? rows.IssuedTotal,
            HighestVolume = rows.Issued,
            Declines = rows.Declines,
            Listings = rows.Listings,
            Notices = [.. notices, .. rows.Notices],
            SectionTitles = [.. outline.Sections.Select(section => section.Title)],
            Scope = Text(scope),
            Definition = Text(preface.Definition),
        };
        return new Reading.Report(report, Format, asPrinted.Count, [.. rows.Remarks, .. doubts, .. Missing(outline), .. Empty(asPrinted)]);
    }

    private Reading.Refused? ReadSection(
        OutlinedSection section, Dictionary<int, PageText> pages, HyphenatedWords words, SectionRows rows, StatedTotals totals, List<Notice> notices, List<Check> doubts, ReportingWeek period, CancellationToken cancellation)
    {
        var kind = section.Kind!.Value;
        if (section.Lines.FirstOrDefault(line => line.Text.Contains(PrintedLetter.Unknown, StringComparison.Ordinal)) is { } unknown)
        {
            return Refuse(
                RefusalCodes.UnknownCharacters, $"{TableSelfCheck.Quote(unknown.Text)} has characters that the PDF draws without saying which they are. Drop a copy in which text can be selected and searched.", unknown.Page, Field(kind));
        }

        var table = TableReader.Read(kind, section.Lines, pages, words, period, cancellation);
        foreach (var paragraph in Paragraphs.Of(table.Prose, words))
        {
            if (kind == ReportSection.Listed)
            {
                doubts.AddRange(LooseText.Question(paragraph, "text beside the table").Select(doubt => doubt.ToCheck(id)));
            }
            else
            {
                var rest = kind == ReportSection.Issued ? totals.ReadIssued(paragraph.Text) : totals.ReadDeclined(paragraph.Text);
                if (rest is null) continue;
                notices.Add(new Notice(rest, new SourceLocation(id, paragraph.Page, null)));
                doubts.AddRange(LooseText.Question(paragraph with { Text = rest, IsBulleted = false }, "a notice").Select(doubt => doubt.ToCheck(id)));
            }
        }

        if (rows.Count + table.Rows.Count > limits.Rows) return Refuse(RefusalCodes.TooLarge, $"The tables have more than {limits.Rows:N0} rows.", section.Page);
        if (table.Rows.Count == 0 && !(kind == ReportSection.Declined && totals.Declined == 0))
            return Refuse(RefusalCodes.NoRows, $"“{section.Title}” has no table that can be read.", section.Page, Field(kind));

        if (table.Map is null) return null;
        var header = table.HeaderPage ?? section.Page;
        if (rows.AddTable(table.Map, table.Rows, header, $"page {header}") is { } unreadable) return new Reading.Refused(unreadable, Format);
        doubts.AddRange(table.Doubts.Select(doubt => doubt.ToCheck(id)));
        return null;
    }

    private static string? Text(IReadOnlyList<Paragraph> paragraphs) =>
        paragraphs.Count == 0 ? null : string.Join('\n', paragraphs.Select(paragraph => paragraph.Text));

    private static IEnumerable<Check> Missing(ReportOutline outline) =>
        from kind in Tables.Append(ReportSection.Scope)
        where outline.Find(kind) is null
        select new Check("section-missing", CheckSeverity.Warning, $"The report has no section on {Describe(kind)}.", null);

    // A page lost from a damaged file looks like a blank page.
    private IEnumerable<Check> Empty(IReadOnlyList<PageText> pages) =>
        from page in pages
        where page.IsEmpty
        select new Check("page-empty", CheckSeverity.Warning, $"Page {page.Number} is empty: it may have been lost.", new SourceLocation(id, page.Number, null));

    private static string Describe(ReportSection kind) => kind switch
    {
        ReportSection.Issued => "the highest volume of detainers issued (Section I)",
        ReportSection.Declined => "recorded declined detainers (Section II): how many were declined is unknown",
        ReportSection.Listed => "jurisdictions with policies that limit cooperation (Section III)",
        _ => "its scope and data fidelity (Section IV)",
    };

    private static string Field(ReportSection kind) => kind switch
    {
        ReportSection.Issued => "highestVolume",
        ReportSection.Declined => "declines",
        _ => "listings",
    };

    private static Reading.Refused Refuse(string code, string message, int? page = null, string? field = null) => new(new Refusal(code, message, page, field), Format);
}
