using DetainerLedger.History;
using DetainerLedger.Pages.Places;
using DetainerLedger.Pages.Wording;
using DetainerLedger.Places;
using DetainerLedger.Queries;

namespace DetainerLedger.Pages.Jurisdictions;

/// <summary>Whether a place is listed and since when, in sentences: by itself, and through its state.</summary>
/// <param name="ledger">The revision in force of each week, newest first.</param>
public sealed class PlaceAnswer(PlaceStory story, IReadOnlyList<Revision> ledger)
{
    private string Name => PlaceNames.Full(story.Place);

    /// <summary>About the place itself.</summary>
    public string Itself => story.History is null ? $"No report in the ledger names {Name}."
        : Listed is [] ? NeverListed
        : Listed[0] == ledger[0].Week ? Since(Name, Listed)
        : $"{Name} is not listed in the latest report, of the week of {Dates.Full(ledger[0].Week)}. "
            + $"It was last listed in the week of {Dates.Full(Listed[0])}, and in {Reports(Listed.Count)}.";

    /// <summary>About the whole state that it is in; null if no report lists that.</summary>
    public string? ThroughState => story.StatewideWeeks is not { Count: > 0 } weeks ? null
        : weeks[0] == ledger[0].Week ? Since($"The whole state of {State}", weeks)
        : $"The whole state of {State} was last listed in the week of {Dates.Full(weeks[0])}, and is not listed in the latest report.";

    private IReadOnlyList<DateOnly> Listed => [.. story.History!.Weeks.Where(week => week.Listed).Select(week => week.Week)];

    private string State => StateNames.Of(story.Place.State);

    private string NeverListed
    {
        get
        {
            var declined = story.History!.Totals.DetainersDeclined;
            return $"{Name} is not listed in any report in the ledger. The reports record {Counts.DetainersDeclined(declined)} there.";
        }
    }

    private string Since(string name, IReadOnlyList<DateOnly> weeks)
    {
        var unbroken = weeks.Zip(ledger).TakeWhile(pair => pair.First == pair.Second.Week).Count();
        var first = weeks[unbroken - 1];
        var latest = $"{name} is listed in the latest report, of the week of {Dates.Full(weeks[0])}";
        if (unbroken == 1) return $"{latest}{(weeks.Count == 1 && ledger.Count > 1 ? ", for the first time" : "")}.{Before(weeks, unbroken)}";
        var from = first == ledger[^1].Week ? $"{Dates.Full(first)}, the first in the ledger" : Dates.Full(first);
        return $"{latest}, and in every report since the week of {from}.{Before(weeks, unbroken)}";
    }

    private static string Before(IReadOnlyList<DateOnly> weeks, int unbroken) =>
        weeks.Count == unbroken ? "" : $" It had been listed before, and for the last time in the week of {Dates.Full(weeks[unbroken])}.";

    private string Reports(int count) => $"{Counts.Number(count)} of {Counts.Of(ledger.Count, "report", "reports")} in the ledger";
}
