using System.Diagnostics;
using DetainerLedger.Ingest;
using OneMachine;

namespace DetainerLedger.Benchmarks.Backfilling;

/// <summary>Two empty emulators: one for the ledger, and one that gets the ledger's requests raw.</summary>
internal sealed class LedgerAndReplay : IAsyncDisposable
{
    private readonly Azurite _own;
    private readonly Azurite _raw;
    private readonly RequestRecorder _recorder;
    private readonly BackfilledLedger _ledger;
    private readonly RawReplay _replay;

    private LedgerAndReplay(Azurite own, Azurite raw)
    {
        (_own, _raw, _recorder) = (own, raw, new RequestRecorder());
        _ledger = new BackfilledLedger(own.ConnectionString, _recorder);
        _replay = new RawReplay(Endpoints(own).Zip(Endpoints(raw)).ToDictionary(pair => pair.First.Port, pair => pair.Second));
    }

    public static async Task<LedgerAndReplay> Start()
    {
        var pair = new LedgerAndReplay(await Azurite.StartInMemory(), await Azurite.StartInMemory());
        await pair._ledger.Prepare();
        pair._recorder.Take();
        await using var other = new BackfilledLedger(pair._raw.ConnectionString, new RequestRecorder());
        await other.Prepare();
        return pair;
    }

    /// <summary>Takes in a file, and then sends the same requests raw.</summary>
    public async Task<BackfillRound> TakeIn(SeenFile file)
    {
        var (own, ownProcessor) = await Timed(() => _ledger.TakeIn(file));
        var requests = _recorder.Take();
        var (raw, rawProcessor) = await Timed(() => _replay.Send(requests));
        return new BackfillRound(own, ownProcessor, raw, rawProcessor, requests.CountBy(request => request.Kind).ToDictionary());
    }

    public async ValueTask DisposeAsync()
    {
        _replay.Dispose();
        await _ledger.DisposeAsync();
        await _own.DisposeAsync();
        await _raw.DisposeAsync();
    }

    private static async Task<(TimeSpan Time, TimeSpan Processor)> Timed(Func<Task> work)
    {
        var (began, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - processor);
    }

    private static IEnumerable<Uri> Endpoints(Azurite azurite) => azurite.ConnectionString
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part.Contains("Endpoint=", StringComparison.Ordinal))
        .Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]));
}
