using DetainerLedger.Storage.Tables;

namespace DetainerLedger.Storage.Tests;

public sealed class ConditionalUpdateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_repeated_until_no_other_writer_was_faster()
    {
        var attempts = 0;
        Assert.Equal("done", await ConditionalUpdate.Run("week", _ => Task.FromResult(++attempts == 4 ? "done" : null), Cancellation));
        Assert.Equal(4, attempts);
    }

    [Fact]
    public async Task Ends_after_some_attempts()
    {
        var attempts = 0;
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ConditionalUpdate.Run(
            "week of 2017-02-04",
            _ =>
            {
                attempts++;
                return Task.FromResult<string?>(null);
            },
            Cancellation));
        Assert.Equal(ConditionalUpdate.MostAttempts, attempts);
        Assert.Contains("week of 2017-02-04", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_storage_is_not_repeated_here()
    {
        var attempts = 0;
        await Assert.ThrowsAsync<IOException>(() => ConditionalUpdate.Run<string>(
            "week",
            _ =>
            {
                attempts++;
                throw new IOException("away");
            },
            Cancellation));
        Assert.Equal(1, attempts);
    }
}
