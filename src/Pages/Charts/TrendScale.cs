namespace DetainerLedger.Pages.Charts;

/// <summary>From weeks and numbers to the coordinates of a panel. All panels of a trend have the same weeks.</summary>
internal sealed class TrendScale
{
    public const int Width = 320;
    public const int Height = 170;
    public const int Left = 12;
    public const int Right = 308;
    public const int Top = 26;
    public const int Bottom = 144;

    private readonly DateOnly _first;
    private readonly int _days;

    /// <param name="weeks">Of all panels together, in any order; not empty.</param>
    /// <param name="greatest">The greatest number of this panel.</param>
    public TrendScale(IReadOnlyCollection<DateOnly> weeks, int greatest)
    {
        _first = weeks.Min();
        _days = weeks.Max().DayNumber - _first.DayNumber;
        Greatest = Round(Math.Max(greatest, 1));
    }

    /// <summary>The number at the top of the panel: one, two or five tens, hundreds and so on.</summary>
    public int Greatest { get; }

    /// <summary>A single week is in the middle.</summary>
    public double X(DateOnly week) =>
        _days == 0 ? (Left + Right) / 2.0 : Left + (double)(week.DayNumber - _first.DayNumber) / _days * (Right - Left);

    public double Y(int value) => Bottom - (double)value / Greatest * (Bottom - Top);

    // In long arithmetic: the step after the greatest int is beyond it.
    private static int Round(int value)
    {
        for (long unit = 1; ; unit *= 10)
            foreach (var step in (ReadOnlySpan<double>)[1, 1.5, 2, 2.5, 3, 4, 5, 6, 8])
            {
                var round = (long)Math.Ceiling(unit * step);
                if (round >= value) return (int)Math.Min(round, int.MaxValue);
            }
    }
}
