using System.Collections.Concurrent;

namespace LocalHost.Tests;

/// <summary>What functions did, for a test to wait for and look at.</summary>
internal sealed class Recorder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> _entries = [];

    public IReadOnlyList<string> Entries => [.. _entries];

    public void Add(string entry) => _entries.Enqueue(entry);

    public int Count(string entry) => _entries.Count(added => added == entry);

    public Task WaitFor(string entry, int times = 1) => WaitUntil(() => Count(entry) >= times, $"{entry}, {times} times");

    public async Task WaitUntil(Func<bool> holds, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience) Assert.Fail($"Waited in vain for {what}; there is: {string.Join(" | ", Entries)}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
