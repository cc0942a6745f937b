using DetainerLedger.History;
using DetainerLedger.Queries;

namespace DetainerLedger.Digests;

/// <summary>The three totals of a week, each compared with the week before. No rate is computed from them.</summary>
/// <param name="previousCorrected">The previous week's totals after corrections; null without any.</param>
internal sealed class TotalsSentences(WeekSummary summary, WeekTotals? previousCorrected)
{
    private readonly WeekFacts _facts = new(summary.Week);

    public Phrase Headline()
    {
        var issued = summary.DetainersIssued is { } count ? Phrase.Of($"; {Detainers(count, "/detainersIssued")} issued") : null;
        return summary.PreviousWeek is { } previous
            ? Phrase.Of($"The jurisdictions listed {ListedChange(previous)}{issued}; {DetainersDeclined()}, {DeclinedChange(previous)}.")
            : Phrase.Of($"{JurisdictionsListed()} {Phrase.AreOrIs(summary.JurisdictionsListed)} listed{issued}; {DetainersDeclined()}.");
    }

    public IEnumerable<Phrase> All()
    {
        yield return Listed();
        yield return Issued();
        yield return Declined();
        yield return Phrase.Words(
            "A detainer recorded as declined in a week may have been issued long before it, " +
            "and the outcome of those issued is not stated.");
    }

    private Phrase Listed() => summary.PreviousWeek is { } previous
        ? Phrase.Of($"The number of jurisdictions listed {ListedChange(previous)}{ListedCorrected(previous)}.")
        : Phrase.Of($"The report lists {JurisdictionsListed()}.");

    private Phrase Issued() => (summary.DetainersIssued, summary.PreviousWeek) switch
    {
        ({ } issued, { DetainersIssued: { } before }) =>
            Phrase.Of($"{Detainers(issued, "/detainersIssued")} issued, {Against(issued, before, "/previousWeek/detainersIssued")}."),
        ({ } issued, { }) =>
            Phrase.Of($"{Detainers(issued, "/detainersIssued")} issued; the report before it states no total to compare with."),
        ({ } issued, null) => Phrase.Of($"{Detainers(issued, "/detainersIssued")} issued."),
        (null, { DetainersIssued: { } before }) => Phrase.Of(
            $"The report states no total of detainers issued; the one before it states " +
            $"{_facts.Number(before, "/previousWeek/detainersIssued")}."),
        _ => Phrase.Words("The report states no total of detainers issued."),
    };

    private Phrase Declined() => summary.PreviousWeek is { } previous
        ? Phrase.Of($"{DetainersDeclined()}, {DeclinedChange(previous)}{DeclinedCorrected(previous)}.")
        : Phrase.Of($"{DetainersDeclined()}.");

    private Phrase JurisdictionsListed() => Phrase.Of(
        $"{_facts.Number(summary.JurisdictionsListed, "/jurisdictionsListed")} {Phrase.Jurisdictions(summary.JurisdictionsListed)}");

    // The noun is always repeated: "2,825 were issued, 47 declined" would read as 47 of those.
    private Phrase DetainersDeclined() => Phrase.Of($"{Detainers(summary.DetainersDeclined, "/detainersDeclined")} recorded as declined");

    private Phrase Detainers(int count, string pointer) => count == 0
        ? Phrase.Words("no detainers were")
        : Phrase.Of($"{_facts.Number(count, pointer)} {Phrase.Detainers(count)} {Phrase.WereOrWas(count)}");

    private Phrase ListedChange(PreviousWeek previous)
    {
        var listed = _facts.Number(summary.JurisdictionsListed, "/jurisdictionsListed");
        if (summary.JurisdictionsListed == previous.JurisdictionsListed) return Phrase.Of($"stayed at {listed}");
        var rose = summary.JurisdictionsListed > previous.JurisdictionsListed ? Phrase.Words("rose") : Phrase.Words("fell");
        return Phrase.Of($"{rose} from {_facts.Number(previous.JurisdictionsListed, "/previousWeek/jurisdictionsListed")} to {listed}");
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

    private Phrase? ListedCorrected(PreviousWeek previous) =>
        Corrected(previous, previous.JurisdictionsListed, previousCorrected?.JurisdictionsListed, "/corrected/jurisdictionsListed");

    private Phrase? DeclinedCorrected(PreviousWeek previous) =>
        Corrected(previous, previous.DetainersDeclined, previousCorrected?.DetainersDeclined, "/corrected/detainersDeclined");

    // Reported numbers are compared. If the earlier one has since been corrected, the correction is added in parentheses.
    private static Phrase? Corrected(PreviousWeek previous, int reported, int? corrected, string pointer) =>
        corrected is { } count && count != reported
            ? Phrase.Of($" (that earlier number is {new WeekFacts(previous.Week).Number(count, pointer)} after corrections)")
            : null;
}
