namespace DetainerLedger.Subscriptions;

/// <summary>When a delivery that failed is tried again: ten tries over three days.</summary>
public static class RetrySchedule
{
    // After the first try, the second, and so on.
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private const double Jitter = 0.1;

    public static int MostTries => Delays.Length + 1;

    public static TimeSpan LongestRetryAfter { get; } = TimeSpan.FromHours(24);

    /// <param name="tries">The number of tries so far, from 1.</param>
    /// <param name="retryAfter">How long the receiver asked to wait; obeyed up to a day.</param>
    /// <param name="random">From 0 to 1: lengthens the delay by up to a tenth, so that receivers that failed together are not tried together.</param>
    /// <returns>Null after the last try.</returns>
    public static TimeSpan? After(int tries, TimeSpan? retryAfter, double random)
    {
        if (tries >= MostTries) return null;
        var delay = Delays[tries - 1] * (1 + (Jitter * random));
        var asked = retryAfter is { } wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        if (asked > LongestRetryAfter) asked = LongestRetryAfter;
        return asked > delay ? asked : delay;
    }
}
