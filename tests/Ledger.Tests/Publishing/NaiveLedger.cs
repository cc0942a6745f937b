namespace DetainerLedger.Tests.Publishing;

/// <summary>
/// One week as an almanac keeps it: every statement is written down with the moment from which it counts, and an answer looks
/// through all of them. Nothing is merged, nothing is sorted in advance.
/// </summary>
internal sealed class NaiveLedger
{
    private readonly List<Statement> _statements = [];
    private readonly List<(DateTimeOffset KnownFrom, int Becomes)> _corrections = [];
    private int _numbers;

    public int Revisions => _numbers;

    public void Drop(int facts, DateTimeOffset? released, DateTimeOffset now)
    {
        if (released is not { } day)
        {
            if (FactsAt(DateTimeOffset.MaxValue) != facts) Write(facts, now, isDated: false, ++_numbers);
            return;
        }

        if (InForceAt(day) is { } then && then.Facts == facts)
        {
            if (day <= now) Write(facts, day, isDated: true, then.Number);
            return;
        }

        if (_statements.Where(each => !each.IsDated && each.Facts == facts && each.From >= day).MinBy(each => (each.From, each.Number)) is { } undated)
        {
            (undated.From, undated.IsDated) = (day, true);
            return;
        }

        // The revision in force now said so on that day already, unless a higher number has the day.
        if (InForceAt(DateTimeOffset.MaxValue) is { } last && last.Facts == facts && day <= now
            && !_statements.Exists(each => each.From == day && each.Number > last.Number))
            Write(facts, day, isDated: true, last.Number);
        else Write(facts, day, isDated: true, ++_numbers);
    }

    public void AddRelease(int number, DateTimeOffset day)
    {
        var first = _statements.Find(each => each.Number == number);
        if (first is { IsDated: false } && day <= first.From) (first.From, first.IsDated) = (day, true);
    }

    public void Reread(int number, int facts)
    {
        foreach (var statement in _statements.Where(each => each.Number == number)) statement.Facts = facts;
    }

    public void Correct(DateTimeOffset knownFrom, int becomes) => _corrections.Add((knownFrom, becomes));

    public int? FactsAt(DateTimeOffset moment) => InForceAt(moment)?.Facts;

    /// <summary>What the rows in question are after the corrections known at the moment; null without any.</summary>
    public int? CorrectedAt(DateTimeOffset moment)
    {
        (DateTimeOffset KnownFrom, int Becomes)? last = null;
        foreach (var correction in _corrections)
            if (correction.KnownFrom <= moment && (last is null || correction.KnownFrom >= last.Value.KnownFrom)) last = correction;
        return last?.Becomes;
    }

    private Statement? InForceAt(DateTimeOffset moment)
    {
        Statement? last = null;
        foreach (var statement in _statements)
            if (statement.From <= moment && (last is null || (statement.From, statement.Number).CompareTo((last.From, last.Number)) >= 0)) last = statement;
        return last;
    }

    private void Write(int facts, DateTimeOffset from, bool isDated, int number) =>
        _statements.Add(new Statement { Facts = facts, From = from, IsDated = isDated, Number = number });

    private sealed class Statement
    {
        public int Facts { get; set; }

        public DateTimeOffset From { get; set; }

        public bool IsDated { get; set; }

        public required int Number { get; init; }
    }
}
