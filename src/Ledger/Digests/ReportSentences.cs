using DetainerLedger.History;
using DetainerLedger.Queries;

namespace DetainerLedger.Digests;

/// <summary>About the report itself: its period, the report before it, its notices, its checks, and the file.</summary>
internal sealed class ReportSentences(WeekSummary summary)
{
    private const int DaysInWeek = 7;

    private readonly WeekFacts _facts = new(summary.Week);

    public IEnumerable<Phrase> Opening()
    {
        var revision = summary.Revision > 1 ? Phrase.Of($", revision {_facts.Number(summary.Revision, "/revision")}") : null;
        var released = summary.ReleasedOn is { } day ? Phrase.Of($", released on {_facts.Date(day, "/releasedOn")}") : null;
        yield return Phrase.Of($"This is the report for {Period()}{revision}{released}.");
        yield return Before();
    }

    public IEnumerable<Phrase> Notices()
    {
        var first = true;
        for (var i = 0; i < summary.Notices.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(summary.Notices[i].Text)) continue;
            var lead = first ? Phrase.Words("A notice in the report says") : Phrase.Words("Another notice says");
            yield return Phrase.Of($"{lead}: “{_facts.Quote(summary.Notices[i].Text, $"/notices/{i}/text")}”");
            first = false;
        }
    }

    public IEnumerable<Phrase> FileEvents()
    {
        for (var i = 0; i < summary.FileEvents.Count; i++)
        {
            var day = _facts.Date(summary.FileEvents[i].On, $"/fileEvents/{i}/on");
            yield return summary.FileEvents[i] switch
            {
                { Type: FileEventKind.Withdrawn, Status: null } => Phrase.Of($"On {day}, the agency's page no longer linked the report."),
                { Type: FileEventKind.Withdrawn } => Phrase.Of($"On {day}, the report was no longer at the agency's address."),
                { Type: FileEventKind.Returned } => Phrase.Of($"On {day}, the report was at the agency's address again."),
                _ => Phrase.Of($"On {day}, the agency's address of the report had another file than before."),
            };
        }
    }

    public IEnumerable<Phrase> Closing()
    {
        yield return Checks();
        yield return Source();
    }

    private Phrase Period()
    {
        var (start, end) = (summary.Period.Start, summary.Period.End);
        return start.Year == end.Year
            ? Phrase.Of($"{_facts.DayOfYear(start, "/period/start")} to {_facts.Date(end, "/period/end")}")
            : Phrase.Of($"{_facts.Date(start, "/period/start")}, to {_facts.Date(end, "/period/end")}");
    }

    private Phrase Before()
    {
        if (summary.PreviousWeek is not { } previous) return Phrase.Words("The ledger has no earlier week to compare it with.");
        var week = _facts.Date(previous.Week, "/previousWeek/week");
        return previous.Week.AddDays(DaysInWeek) < summary.Week
            ? Phrase.Of($"The ledger has no report for the time just before it; it is compared with the nearest earlier one, " +
                $"for the week of {week}.")
            : Phrase.Of($"It is compared with the report before it, for the week of {week}.");
    }

    private Phrase Checks()
    {
        if (summary.Checks.Count == 0) return Phrase.Words("No check raises a question about the report.");
        var codes = summary.Checks.Select((check, i) => (check.Code, Index: i)).DistinctBy(check => check.Code)
            .Select(check => _facts.Name(check.Code, $"/checks/{check.Index}/code"));
        var count = summary.Checks.Count;
        var raise = Phrase.Plural(count, "check raises", "checks raise");
        return Phrase.Of($"{_facts.Number(count, "/checks")} {raise} questions about the report: {Phrase.List([.. codes])}.");
    }

    private Phrase Source()
    {
        var source = summary.Source;
        var pages = source.Pages is { } count
            ? Phrase.Of($"{_facts.Number(count, "/source/pages")} {Phrase.Plural(count, "page", "pages")}, ")
            : null;
        var file = Phrase.Of($"{_facts.Name(source.Name, "/source/name")} ({pages}{_facts.Sha256(source.Sha256, "/source/sha256")})");
        return Phrase.Of($"All facts are as published by the agency; this digest neither confirms nor disputes them. Source: {file}.");
    }
}
