using Polly;
using Polly.Retry;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// Repeats a change that is made only if nobody else has changed the entity since it was read. Each lost attempt means that another
/// writer succeeded, so that many in a row are a fault.
/// </summary>
internal static class ConditionalUpdate
{
    public const int MostAttempts = 32;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <param name="what">Names the entity in the exception.</param>
    /// <param name="attempt">Reads the entity and tries to change it; null when another writer was faster.</param>
    /// <exception cref="InvalidOperationException">All attempts were lost. The caller may run again later.</exception>
    public static async Task<T> Run<T>(string what, Func<CancellationToken, Task<T?>> attempt, CancellationToken cancellation)
        where T : class
    {
        // A random pause, so that writers who collided once don't collide again.
        var pipeline = new ResiliencePipelineBuilder<T?>()
            .AddRetry(new RetryStrategyOptions<T?>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome is { Exception: null, Result: null }),
                MaxRetryAttempts = MostAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                UseJitter = true,
            })
            .Build();
        return await pipeline.ExecuteAsync(async stop => await attempt(stop), cancellation)
            ?? throw new InvalidOperationException($"The {what} was changed by others {MostAttempts} times while this change was tried.");
    }
}
