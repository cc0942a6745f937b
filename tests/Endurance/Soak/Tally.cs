using System.Collections.Concurrent;

namespace Endurance.Soak;

/// <summary>What happened in one interval.</summary>
internal sealed class Tally
{
    private readonly ConcurrentQueue<double> _milliseconds = new();
    private readonly ConcurrentDictionary<string, int> _errors = new();

    public int Answers => _milliseconds.Count;

    public IReadOnlyDictionary<string, int> Errors => _errors;

    public void Answer(TimeSpan taken) => _milliseconds.Enqueue(taken.TotalMilliseconds);

    public void Error(string what) => _errors.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>In milliseconds.</summary>
    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }
}
