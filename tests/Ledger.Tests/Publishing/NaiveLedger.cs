namespace DetainerLedger.Tests.Publishing;

/// <summary>
/// One week as an almanac keeps it: every statement is written down with the moment from which it counts, and an answer looks
/// through all of them. Nothing is merged, nothing is sorted in advance.
/// </summary>
internal sealed class NaiveLedger
{
    private readonly List<Edition> _editions = [];
    private readonly List<(DateTimeOffset KnownFrom, int Becomes)> _corrections = [];

    public int Revisions => _editions.Count;

    public void Drop(int facts, DateTimeOffset? released, DateTimeOffset now)
    {
        if (released is not { } day)
        {
            if (FactsAt(DateTimeOffset.MaxValue) != facts) Add(new Edition { Facts = facts, Published = now });
            return;
        }

        if (InForceAt(day) is { } then && then.Facts == facts)
        {
            if (day <= now) Release(then, day);
            return;
        }

        if (_editions.Exists(each => each.Facts == facts && each.Day == day && each.Seen >= day && each.Seen < day.AddDays(1))) return;

        if (_editions.Where(each => each.Day is null && each.Facts == facts && each.From.Min() >= day).MinBy(each => (each.From.Min(), each.Number)) is { } undated)
        {
            undated.Day = day;
            return;
        }

        // The edition in force now said so on that day already, unless a higher number has the day.
        if (InForceAt(DateTimeOffset.MaxValue) is { } last && last.Facts == facts && day <= now
            && !_editions.Exists(each => each.From.Contains(day) && each.Number > last.Number)
            && !(last.Day is null && last.Seen == last.From.Min() && last.Seen > day))
            Release(last, day);
        else Add(new Edition { Facts = facts, Published = now, Day = day });
    }

    public void See(int facts, DateTimeOffset at, string address, DateTimeOffset now)
    {
        var then = InForceAt(at);
        if (then?.Facts == facts)
        {
            if (then.Seen is null) (then.Seen, then.Address) = (at, address);
            else if (at < then.Seen) SeeEarlier(then, at, address);
            if (!then.From.Contains(at)) then.Again.Add((at, address));
            return;
        }

        if (_editions.Where(each => each.Facts == facts && each.From.Min() >= at).MinBy(each => (each.From.Min(), each.Number)) is { } later)
        {
            SeeEarlier(later, at, address);
            return;
        }

        // An earlier edition that is seen for the first time is still linked; it counts again only where it replaced the one in force.
        var unseen = _editions.Where(each => each.Facts == facts && each.Seen is null).MaxBy(each => (each.From.Where(from => from <= at).Max(), each.Number));
        if (unseen is not null && then?.Address != address && then?.Again.Exists(seen => seen.Address == address) != true)
            (unseen.Seen, unseen.Address) = (at, address);
        else Add(new Edition { Facts = facts, Published = now, Seen = at, Address = address });
    }

    public void AddRelease(int number, DateTimeOffset day)
    {
        var edition = _editions.Find(each => each.Number == number);
        if (edition is { Day: null } && day <= edition.From.Min()) edition.Day = day;
    }

    public void Reread(int number, int facts) => _editions.Single(each => each.Number == number).Facts = facts;

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

    // A day that contradicts the sighting from which an edition counts is its release day all the same.
    private static void Release(Edition edition, DateTimeOffset day)
    {
        if (edition.Day == day) return;
        if (edition.Day is null && edition.Seen == edition.From.Min()) edition.Day = day;
        else edition.Again.Add((day, null));
    }

    private static void SeeEarlier(Edition edition, DateTimeOffset at, string address)
    {
        if (edition.Seen is { } seen && edition.First == seen) edition.Again.Add((seen, edition.Address));
        (edition.Seen, edition.Address) = (at, address);
    }

    private Edition? InForceAt(DateTimeOffset moment)
    {
        (DateTimeOffset From, Edition Edition)? last = null;
        foreach (var edition in _editions)
            foreach (var from in edition.From)
                if (from <= moment && (last is null || (from, edition.Number).CompareTo((last.Value.From, last.Value.Edition.Number)) >= 0)) last = (from, edition);
        return last?.Edition;
    }

    private void Add(Edition edition)
    {
        edition.Number = _editions.Count + 1;
        _editions.Add(edition);
    }

    private sealed class Edition
    {
        public int Number { get; set; }

        public int Facts { get; set; }

        public required DateTimeOffset Published { get; init; }

        public DateTimeOffset? Day { get; set; }

        public DateTimeOffset? Seen { get; set; }

        public string? Address { get; set; }

        public List<(DateTimeOffset At, string? Address)> Again { get; } = [];

        public DateTimeOffset First => (Day, Seen) switch
        {
            ({ } day, { } seen) => seen < day.AddDays(1) ? seen : day,
            ({ } day, null) => day,
            (null, { } seen) => seen < Published ? seen : Published,
            _ => Published,
        };

        public IEnumerable<DateTimeOffset> From => Again.Select(again => again.At).Append(First).Concat(Seen < Day ? [Day.Value] : []);
    }
}
