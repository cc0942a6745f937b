using DetainerLedger.History;

namespace DetainerLedger.Digests;

/// <summary>The three numbers of a week, each beside that of the week before it. No rate is made of them.</summary>
internal sealed class TotalsSentences(WeekSummary summary, WeekTotals? previousCorrected)
{
    private readonly WeekFacts _facts = new(summary.Week);

    public Phrase Headline()
    {
        var issued = summary.DetainersIssued is { } count ? Phrase.Of($"; {Detainers(count, "/detainersIssued")} issued") : null;
        return summary.PreviousWeek is { } previous
            ? Phrase.Of($"The jurisdictions listed {ListedChange(previous)}{issued}; {DetainersDeclined()} recorded as declined, {DeclinedChange(previous)}.")
            : Phrase.Of($"{Jurisdictions()} listed{issued}; {DetainersDeclined()} recorded as declined.");
    }

    public IEnumerable<Phrase> All()
    {
        yield return Listed();
        yield return Issued();
        yield return Declined();
        yield return Phrase.Words(
            "A detainer recorded as declined in a week may have been issued long before it, and the outcome of those issued is not stated.");
    }

    private Phrase Listed() => summary.PreviousWeek is { } previous
        ? Phrase.Of($"The number of jurisdictions listed {ListedChange(previous)}{Corrected(totals => totals.JurisdictionsListed, previous.JurisdictionsListed, "/corrected/jurisdictionsListed")}.")
        : Phrase.Of($"The report lists {_facts.Number(summary.JurisdictionsListed, "/jurisdictionsListed")} {Phrase.Plural(summary.JurisdictionsListed, "jurisdiction", "jurisdictions")}.");

    private Phrase Issued() => (summary.DetainersIssued, summary.PreviousWeek) switch
    {
        ({ } issued, { DetainersIssued: { } before }) =>
            Phrase.Of($"{Detainers(issued, "/detainersIssued")} issued, {Against(issued, before, "/previousWeek/detainersIssued")}."),
        ({ } issued, { }) => Phrase.Of($"{Detainers(issued, "/detainersIssued")} issued; the report before it states no total to compare with."),
        ({ } issued, null) => Phrase.Of($"{Detainers(issued, "/detainersIssued")} issued."),
        (null, { DetainersIssued: { } before }) =>
            Phrase.Of($"The report states no total of detainers issued; the one before it states {_facts.Number(before, "/previousWeek/detainersIssued")}."),
        _ => Phrase.Words("The report states no total of detainers issued."),
    };

    private Phrase Declined() => summary.PreviousWeek is { } previous
        ? Phrase.Of($"{DetainersDeclined()} recorded as declined, {DeclinedChange(previous)}{Corrected(totals => totals.DetainersDeclined, previous.DetainersDeclined, "/corrected/detainersDeclined")}.")
        : Phrase.Of($"{DetainersDeclined()} recorded as declined.");

    private Phrase Jurisdictions() => Phrase.Of(
        $"{_facts.Number(summary.JurisdictionsListed, "/jurisdictionsListed")} {Phrase.Plural(summary.JurisdictionsListed, "jurisdiction is", "jurisdictions are")}");

    private Phrase Detainers(int count, string pointer) => count == 0
        ? Phrase.Words("no detainers were")
        : Phrase.Of($"{_facts.Number(count, pointer)} {Phrase.Plural(count, "detainer was", "detainers were")}");

    private Phrase DetainersDeclined() => Detainers(summary.DetainersDeclined, "/detainersDeclined");

    private Phrase ListedChange(PreviousWeek previous)
    {
        var listed = _facts.Number(summary.JurisdictionsListed, "/jurisdictionsListed");
        var change = summary.JurisdictionsListed - previous.JurisdictionsListed;
        if (change == 0) return Phrase.Of($"stayed at {listed}");
        var before = _facts.Number(previous.JurisdictionsListed, "/previousWeek/jurisdictionsListed");
        return Phrase.Of($"{(change > 0 ? Phrase.Words("rose") : Phrase.Words("fell"))} from {before} to {listed}");
    }

    private Phrase DeclinedChange(PreviousWeek previous) =>
        Against(summary.DetainersDeclined, previous.DetainersDeclined, "/previousWeek/detainersDeclined");

    private Phrase Against(int count, int before, string pointer)
    {
        var number = before == 0 ? Phrase.Words("none") : Phrase.Of($"{_facts.Number(before, pointer)}");
        return count.CompareTo(before) switch
        {
            < 0 => Phrase.Of($"down from {number}"),
            0 => Phrase.Words("as many as in the report before it"),
            > 0 => Phrase.Of($"up from {number}"),
        };
    }

    // What is compared is what was reported; a correction of the earlier week that is known by now is told beside it.
    private Phrase? Corrected(Func<WeekTotals, int> total, int reported, string pointer) =>
        summary.PreviousWeek is { } previous && previousCorrected is not null && total(previousCorrected) != reported
            ? Phrase.Of($" (that week’s number is {new WeekFacts(previous.Week).Number(total(previousCorrected), pointer)} after corrections)")
            : null;
}
