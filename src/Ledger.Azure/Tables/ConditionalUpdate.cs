using Polly;
using Polly.Retry;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// Repeats a conditional change until no other writer has changed the entity since it was read. Each lost attempt means that
/// another writer succeeded, so many in a row indicate a fault.
/// </summary>
internal static class ConditionalUpdate
{
    public const int MostAttempts = 32;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <param name="what">The name of the entity in the exception's message.</param>
    /// <param name="attempt">Reads the entity and tries to change it; null when another writer was faster.</param>
    /// <exception cref="InvalidOperationException">All attempts were lost. The caller may retry later.</exception>
    public static async Task<T> Run<T>(string what, Func<CancellationToken, Task<T?>> attempt, CancellationToken cancellation)
        where T : class
    {
        // A random delay, so that writers that collided don't collide again.
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
            ?? throw new InvalidOperationException($"The {what} was changed by other writers during each of {MostAttempts} attempts to change it.");
    }
}
