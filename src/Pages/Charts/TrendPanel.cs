using System.Globalization;

namespace DetainerLedger.Pages.Charts;

/// <summary>One number week by week, as its panel draws it and says it.</summary>
internal sealed class TrendPanel
{
    // More would touch each other.
    private const int MostDots = 60;

    private readonly TrendSeries _series;
    private readonly List<TrendPoint> _reported;

    /// <param name="weeks">Of all panels together; not empty.</param>
    public TrendPanel(TrendSeries series, IReadOnlyCollection<DateOnly> weeks)
    {
        _series = series;
        _reported = [.. series.Points.Where(point => point.Reported is not null)];
        Scale = new TrendScale(weeks, series.Points.Max(point => Math.Max(point.Reported ?? 0, point.Corrected ?? 0)));
        Line = TrendLine.Path(series.Points, Scale);
        var runs = TrendLine.Runs(series.Points);
        Dots = _reported.Count <= MostDots ? _reported : [.. runs.Where(run => run.Count == 1).Select(run => run[0])];
        Corrections = [.. series.Points.Where(point => point.Corrected is not null && point.Corrected != point.Reported)];
        Latest = _reported.LastOrDefault();
        Gaps = runs.Count - 1;
    }

    public string Noun => _series.Noun;

    public TrendScale Scale { get; }

    public string Line { get; }

    /// <summary>The reported numbers that are drawn as dots: all of a short trend, and those of a long one that no line shows.</summary>
    public IReadOnlyList<TrendPoint> Dots { get; }

    /// <summary>The weeks whose number a correction changes.</summary>
    public IReadOnlyList<TrendPoint> Corrections { get; }

    public TrendPoint? Latest { get; }

    private int Gaps { get; }

    /// <summary>The numbers in the order of the weeks, for the script: <c>3083 2825&gt;2820 -</c>.</summary>
    public string Values => string.Join(' ', _series.Points.Select(point =>
        Value(point.Reported) + (point.Corrected is null ? "" : $">{Value(point.Corrected)}")));

    /// <summary>What the panel shows, in words.</summary>
    public string Description
    {
        get
        {
            if (Latest is null) return "No week states this number.";
            var first = _reported[0];
            if (first == Latest) return $"{Words(first)}, the only week.";
            var text = $"From {Words(first)} to {Words(Latest)}; lowest {Words(_reported.MinBy(point => point.Reported)!)}, "
                + $"highest {Words(_reported.MaxBy(point => point.Reported)!)}.";
            if (Gaps > 0) text += $" The line is interrupted {(Gaps == 1 ? "once" : $"{Gaps} times")}: weeks are missing.";
            return Corrections.Count switch
            {
                0 => text,
                1 => $"{text} A correction changed {Words(Corrections[0])} to {ChartText.Number(Corrections[0].Corrected!.Value)}.",
                var count => $"{text} Corrections changed {count} weeks.",
            };
        }
    }

    private static string Value(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Words(TrendPoint point) =>
        $"{(point.Reported is { } value ? ChartText.Number(value) : "no number")} in the week of {ChartText.Day(point.Week)}";
}
