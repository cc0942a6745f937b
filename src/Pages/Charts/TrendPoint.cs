namespace DetainerLedger.Pages.Charts;

/// <summary>A number of a week's report.</summary>
/// <param name="Week">The week's first day.</param>
/// <param name="Reported">Null if the report doesn't state the number.</param>
/// <param name="Corrected">The number after the known corrections; null without one.</param>
public sealed record TrendPoint(DateOnly Week, int? Reported, int? Corrected = null);

/// <summary>A number week by week, drawn with a scale of its own.</summary>
/// <param name="Noun">What is counted, as a heading: <c>Detainers issued</c>.</param>
/// <param name="Points">Ordered by week; weeks without a report are left out.</param>
public sealed record TrendSeries(string Noun, IReadOnlyList<TrendPoint> Points);
