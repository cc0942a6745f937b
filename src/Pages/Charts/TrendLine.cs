using System.Text;

namespace DetainerLedger.Pages.Charts;

/// <summary>The reported numbers as a line that is interrupted where a week has no report or no number.</summary>
internal static class TrendLine
{
    private const int DaysOfAWeek = 7;

    /// <returns>The runs of points with no week missing between them, of one point or more.</returns>
    public static IReadOnlyList<IReadOnlyList<TrendPoint>> Runs(IReadOnlyList<TrendPoint> points)
    {
        var runs = new List<List<TrendPoint>>();
        TrendPoint? before = null;
        foreach (var point in points)
        {
            if (point.Reported is not null)
            {
                var follows = before?.Reported is not null && point.Week.DayNumber - before.Week.DayNumber <= DaysOfAWeek;
                if (follows) runs[^1].Add(point);
                else runs.Add([point]);
            }

            before = point;
        }

        return runs;
    }

    /// <returns>An SVG path; empty if no two weeks follow each other.</returns>
    public static string Path(IReadOnlyList<TrendPoint> points, TrendScale scale)
    {
        var path = new StringBuilder();
        foreach (var run in Runs(points).Where(run => run.Count > 1))
            path.Append('M').AppendJoin('L', run.Select(point =>
                $"{ChartText.Coordinate(scale.X(point.Week))},{ChartText.Coordinate(scale.Y(point.Reported!.Value))}"));
        return path.ToString();
    }
}
