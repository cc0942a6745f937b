using DetainerLedger.Queries;

namespace DetainerLedger.Digests;

/// <summary>The states in which detainers were declined: those with the most and their shares, then the others by count.</summary>
internal sealed class DeclineSentences(WeekSummary summary)
{
    private const int MostLeading = 3;

    private readonly WeekFacts _facts = new(summary.Week);

    public IEnumerable<Phrase> All()
    {
        var states = summary.DeclinedByState.Select((rows, i) => new Rows(rows, i)).ToList();
        var named = states.Where(rows => rows.State is not null).ToList();
        if (named.Count > 0) yield return named.Count == 1 ? OneState(named[0]) : ManyStates(named);
        if (states.Find(rows => rows.State is null) is { } stateless)
            yield return Phrase.Of($"For {Count(stateless)} recorded as declined, the report gives no state, and the ledger doesn’t guess one.");
    }

    private Phrase OneState(Rows rows) => rows.Declined == summary.DetainersDeclined && rows.Declined > 1
        ? Phrase.Of($"All {Declined(rows)} detainers recorded as declined were in {States.Name(rows.State)}.")
        : Phrase.Of($"{Count(rows)} recorded as declined {Phrase.WereOrWas(rows.Declined)} in {States.Name(rows.State)}.");

    private Phrase ManyStates(List<Rows> states)
    {
        var leading = Leading(states);
        var others = Phrase.Series([.. states.Skip(leading.Count).GroupBy(rows => rows.Declined).Select(Same)]);
        var total = _facts.Number(summary.DetainersDeclined, "/detainersDeclined");
        if (leading.Count == 0) return Phrase.Of($"The {total} detainers recorded as declined were in {others}.");
        var first = Phrase.List([.. leading.Select((rows, i) => Share(rows, i == 0))]);
        return leading.Count == states.Count
            ? Phrase.Of($"Of the {total} detainers recorded as declined, {first}.")
            : Phrase.Of($"Of the {total} detainers recorded as declined, {first}. The others were in {others}.");
    }

    /// <summary>The two states with the highest counts, and those that tie with the second; if these are too many, only those above the tie.</summary>
    private static List<Rows> Leading(List<Rows> states)
    {
        var second = states[1].Declined;
        var leading = states.TakeWhile(rows => rows.Declined >= second).ToList();
        return leading.Count <= MostLeading ? leading : [.. states.TakeWhile(rows => rows.Declined > second)];
    }

    private Phrase Share(Rows rows, bool first)
    {
        // A share that rounds to 0% would read as none.
        var share = rows.Share > 0 ? Phrase.Of($" ({_facts.Percent(rows.Share, $"/declinedByState/{rows.Index}/share")})") : null;
        var were = first ? Phrase.Plural(rows.Declined, "was ", "were ") : null;
        return Phrase.Of($"{Declined(rows)}{share} {were}in {States.Name(rows.State)}");
    }

    private Phrase Same(IEnumerable<Rows> states)
    {
        var same = states.ToList();
        var each = same.Count > 1 ? Phrase.Words(" each") : null;
        return Phrase.Of($"{Phrase.List([.. same.Select(rows => States.Name(rows.State))])} ({Declined(same[0])}{each})");
    }

    private Phrase Count(Rows rows) => Phrase.Of($"{Declined(rows)} {Phrase.Detainers(rows.Declined)}");

    private DigestFact Declined(Rows rows) => _facts.Number(rows.Declined, $"/declinedByState/{rows.Index}/declined");

    private sealed record Rows(StateDeclines Of, int Index)
    {
        public string? State => Of.State;

        public int Declined => Of.Declined;

        public double Share => Of.Share;
    }
}
