using System.Collections.Frozen;
using System.Globalization;
using DetainerLedger.Parsing.Prose;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Tables;

/// <summary>The named values of a workbook or text file: the week, the totals, and the texts that belong to no row.</summary>
internal sealed class ReportValues(ArrivalId id)
{
    // Only the letters are compared, so that `Detainers issued`, `detainers_issued` and JSON's `detainersIssued` are the same.
    private static readonly FrozenDictionary<string, Stated> Names = new (Stated Value, string Names)[]
    {
        (Stated.Period, "period|reporting period|report period|week covered|for recorded declined detainers"),
        (Stated.Start, "week|week of|week start|start|start date|period start|from|first day"),
        (Stated.End, "week end|end|end date|period end|to|through|last day"),
        (Stated.Issued, "detainers issued|issued|issued detainers|total issued|total detainers issued|number of detainers issued"),
        (Stated.Declined, "detainers declined|declined|declined detainers|total declined|total detainers declined|declined as stated|number of detainers declined"),
        (Stated.HighestVolume, "highest volume total|highest volume|highest volume of detainers issued|total of highest volume|highest volume sum"),
        (Stated.Title, "section title|section titles|section"),
        (Stated.Notice, "notice|notices"),
        (Stated.Scope, "scope|report scope|data fidelity|report scope and data fidelity|scope and data fidelity"),
        (Stated.Definition, "definition|summary|executive summary"),
    }.SelectMany(entry => entry.Names.Split('|').Select(name => (Letters(name), entry.Value))).ToFrozenDictionary(pair => pair.Item1, pair => pair.Value);

    private readonly List<Check> _remarks = [];
    private readonly List<Notice> _notices = [];
    private readonly List<string> _titles = [];
    private readonly List<string> _scope = [];
    private readonly List<string> _definition = [];
    private StatedDay? _start;
    private StatedDay? _end;
    private int? _issued;
    private int? _declined;
    private int? _highestVolume;

    private enum Stated
    {
        Period,
        Start,
        End,
        Issued,
        Declined,
        HighestVolume,
        Title,
        Notice,
        Scope,
        Definition,
    }

    public int? Issued => _issued;

    public int? Declined => _declined;

    public int? HighestVolume => _highestVolume;

    public IReadOnlyList<string> Titles => _titles;

    public IReadOnlyList<Notice> Notices => _notices;

    public string? Scope => Paragraphs(_scope);

    public string? Definition => Paragraphs(_definition);

    /// <summary>The checks of the values.</summary>
    public IEnumerable<Check> Checks => Days is { IsAmbiguous: true } days ? [.. _remarks, days.Ambiguous(new SourceLocation(id, _start!.Line, null))] : _remarks;

    public static bool IsName(string name) => Names.ContainsKey(Letters(name));

    /// <summary>The days covered; a week if only its first day is stated.</summary>
    public ReportingWeek? Period => Days?.Period;

    // Whether the day or the month comes first is known only when all days are known.
    private PeriodDays? Days => PeriodDays.Of(_start?.Text, _end?.Text);

    /// <returns>The problem with the value, or null.</returns>
    public Refusal? Add(string name, IReadOnlyList<string> lines, FileLine at)
    {
        if (CellReader.Join(lines) is not { } text) return null;
        if (!Names.TryGetValue(Letters(name), out var value))
        {
            _remarks.Add(new Check(
                "unreadable-value", CheckSeverity.Warning, $"“{name}” in {at} is no name that is known; what it states is left out.", new SourceLocation(id, at.Line, null)));
            return null;
        }

        switch (value)
        {
            case Stated.Period:
                return PeriodReader.Find(text) is { } period
                    ? State(ref _start, period.Start, "period", at) ?? State(ref _end, period.End, "period", at)
                    : Unreadable("period", text, at, "a period such as 2017-02-04 to 2017-02-10");
            case Stated.Start:
                // `Week` may contain its first day, or all of them.
                return !CellReader.IsDate(text) && PeriodReader.Find(text) is { } days
                    ? State(ref _start, days.Start, "period.start", at) ?? State(ref _end, days.End, "period.end", at)
                    : Day(ref _start, text, "period.start", at);
            case Stated.End:
                return Day(ref _end, text, "period.end", at);
            case Stated.Issued:
                return Count(ref _issued, text, "detainersIssued", at);
            case Stated.Declined:
                return Count(ref _declined, text, "detainersDeclined", at);
            case Stated.HighestVolume:
                return Count(ref _highestVolume, text, "highestVolumeTotal", at);
            case Stated.Title:
                _titles.Add(text);
                return null;
            case Stated.Notice:
                AddNotice(lines, at);
                return null;
            case Stated.Scope:
                _scope.AddRange(lines);
                return null;
            default:
                _definition.AddRange(lines);
                return null;
        }
    }

    public void AddNotice(IReadOnlyList<string> lines, FileLine at)
    {
        if (CellReader.Join(lines) is { } text) _notices.Add(new Notice(text, new SourceLocation(id, at.Line, null)));
    }

    /// <summary>A title above the tables states the period if nothing else does.</summary>
    public void AddTitle(string text)
    {
        if (_start is not null || PeriodReader.Find(text) is not { } period) return;
        (_start, _end) = (StatedDay.Of(period.Start, null), StatedDay.Of(period.End, null));
    }

    private static Refusal? Day(ref StatedDay? known, string text, string field, FileLine at) =>
        CellReader.IsDate(text) ? State(ref known, new StatedDay(text, at.Line), field, at) : Unreadable(field, text, at, "a day such as 2017-02-04");

    private static Refusal? State(ref StatedDay? known, DateOnly stated, string field, FileLine at) => State(ref known, StatedDay.Of(stated, at.Line), field, at);

    private static Refusal? State(ref StatedDay? known, StatedDay stated, string field, FileLine at)
    {
        if (known is not null && !known.CanBe(stated)) return Contradiction(RefusalCodes.PeriodNotFound, stated.ToString(), known.ToString(), field, at);

        // Of two notations of a day, the one that can be read in only one way is more informative.
        if (known is null || known.IsEither) known = stated;
        return null;
    }

    private static Refusal? Count(ref int? known, string text, string field, FileLine at) =>
        CellReader.Count(text) is { } count ? State(ref known, count, field, at) : Unreadable(field, text, at, "a whole number such as 2,825");

    private static Refusal? State(ref int? known, int stated, string field, FileLine at)
    {
        if (known is { } before && before != stated)
            return Contradiction(RefusalCodes.DamagedFile, stated.ToString(CultureInfo.InvariantCulture), before.ToString(CultureInfo.InvariantCulture), field, at);
        known = stated;
        return null;
    }

    private static Refusal Contradiction(string code, string stated, string before, string field, FileLine at) =>
        new(code, $"In {at}, {field} is {stated}; above, it is {before}. State it once.", at.Line, field);

    private static Refusal Unreadable(string field, string text, FileLine at, string expected) =>
        new(RefusalCodes.DamagedFile, $"In {at}, {field} is “{Short(text)}”; {expected} is expected.", at.Line, field);

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private static string? Paragraphs(List<string> lines) =>
        string.Join('\n', lines.Select(CellReader.Text).OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    /// <summary>The first or last day of the period, as it is written.</summary>
    private sealed record StatedDay(string Text, int? Line)
    {
        public bool IsEither => MonthFirst != DayFirst;

        private DateOnly? MonthFirst => CellReader.Date(Text);

        private DateOnly? DayFirst => CellReader.Date(Text, DateOrder.DayFirst);

        public static StatedDay Of(DateOnly day, int? line) => new(ReportingWeek.Name(day), line);

        public bool CanBe(StatedDay other) => (MonthFirst is { } month && month == other.MonthFirst) || (DayFirst is { } day && day == other.DayFirst) || Text == other.Text;

        public override string ToString() => (MonthFirst ?? DayFirst) is { } day ? ReportingWeek.Name(day) : Text;
    }
}
