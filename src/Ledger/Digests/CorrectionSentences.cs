using DetainerLedger.History;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Digests;

/// <summary>What correction notices changed in the counts of a week, and the corrected totals.</summary>
internal sealed class CorrectionSentences(WeekSummary summary)
{
    private readonly WeekFacts _facts = new(summary.Week);

    public IEnumerable<Phrase> All()
    {
        var count = summary.Corrections.Count;
        if (count == 0) yield break;
        var known = Phrase.Plural(count, "correction of this week is known", "corrections of this week are known");
        yield return Phrase.Of($"{_facts.Number(count, "/corrections")} {known}.");
        var corrections = summary.Corrections.Select((entry, i) => new Corrected(entry, i));
        foreach (var notice in corrections.GroupBy(corrected => corrected.Of.Source.ReportId))
        {
            var first = notice.First();
            yield return Notice(first, [.. notice.GroupBy(corrected => corrected.Of.Section).Select(Section)]);
            if (!string.IsNullOrWhiteSpace(first.Of.Statement))
                yield return Phrase.Of($"The notice adds: “{_facts.Quote(first.Of.Statement, first.Pointer("statement"))}”");
        }
        if (summary.Corrected is { } totals) yield return Totals(totals);
    }

    private Phrase Notice(Corrected first, IReadOnlyList<Phrase> sections)
    {
        var title = string.IsNullOrWhiteSpace(first.Of.Title)
            ? null
            : Phrase.Of($" “{_facts.Quote(first.Of.Title, first.Pointer("title"))}”");
        var dated = first.Of.Dated is { } day
            ? Phrase.Of($", dated {_facts.Date(day, first.Pointer("dated"))},")
            : Phrase.Words(", without a date,");
        return Phrase.Of($"The notice{title}{dated} corrects {Phrase.Series(sections)}.");
    }

    private Phrase Section(IGrouping<CorrectedSection, Corrected> corrections)
    {
        var what = corrections.Key switch
        {
            CorrectedSection.Issued => Phrase.Words("the detainers issued to"),
            CorrectedSection.Declined => Phrase.Words("the detainers recorded as declined in"),
            _ => Phrase.Words("the listings of"),
        };
        return Phrase.Of($"{what} {Phrase.List([.. corrections.Select(One)])}");
    }

    private Phrase One(Corrected corrected)
    {
        var entry = corrected.Of;
        var place = PlaceLists.One(_facts, entry.Jurisdiction, corrected.Pointer("jurisdiction/name"));
        var was = _facts.Number(entry.Was, corrected.Pointer("was"));
        var now = _facts.Number(entry.Is, corrected.Pointer("is"));
        var reason = string.IsNullOrWhiteSpace(entry.Reason)
            ? null
            : Phrase.Of($" ({_facts.Name(entry.Reason, corrected.Pointer("reason"))})");
        return Phrase.Of($"{place} from {was} to {now}{reason}");
    }

    private Phrase Totals(WeekTotals totals)
    {
        List<Phrase> changed = [];
        if (totals.DetainersDeclined is var declined && declined != summary.DetainersDeclined)
        {
            var number = _facts.Number(declined, "/corrected/detainersDeclined");
            changed.Add(Phrase.Of($"{number} {Phrase.Detainers(declined)} {Phrase.AreOrIs(declined)} recorded as declined"));
        }
        if (totals.JurisdictionsListed is var listed && listed != summary.JurisdictionsListed)
        {
            var number = _facts.Number(listed, "/corrected/jurisdictionsListed");
            changed.Add(Phrase.Of($"{number} {Phrase.Jurisdictions(listed)} {Phrase.AreOrIs(listed)} listed"));
        }
        return changed.Count == 0
            ? Phrase.Words("The corrections leave the week’s totals as they are.")
            : Phrase.Of($"With the corrections, {Phrase.List(changed)}; the nation’s total of detainers issued stays as reported.");
    }

    private sealed record Corrected(CorrectionEntry Of, int Index)
    {
        public string Pointer(string field) => $"/corrections/{Index}/{field}";
    }
}
