using DetainerLedger.Ingest;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Watching.Http;

/// <summary>
/// Looks at the sources that are due, one instance at a time. What a look found is stored address by address, so that an interrupted
/// look is continued by the next one, and nothing is lost: a file is dropped before its capture is stored.
/// </summary>
public sealed class Watcher(
    SourceList sources, PoliteClient http, ICaptureStore store, IFileArchive archive, ILookLease lease, IOptions<WatchOptions> options, TimeProvider time)
{
    /// <summary>When a run stops starting requests: well before the function's time limit of ten minutes.</summary>
    public static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(7);

    private const string Lease = "look";

    // Longer than any run, so that no other instance begins before this one has ended.
    private static readonly TimeSpan LeaseFor = TimeSpan.FromMinutes(12);

    public bool HasSources => sources.Sources.Count > 0;

    /// <returns>What was looked at; empty when nothing is due or another instance is looking.</returns>
    public async Task<IReadOnlyList<SourceLook>> LookAtDue(CancellationToken cancellation)
    {
        if (!HasSources || (await Due(cancellation)).Count == 0) return [];
        await using var held = await lease.TryAcquire(Lease, LeaseFor, cancellation);
        if (held is null) return [];
        var until = time.GetUtcNow() + RunLimit;
        var looks = new List<SourceLook>();
        // Asked again: another instance may have looked before the lease was acquired.
        foreach (var (source, state) in await Due(cancellation))
        {
            if (time.GetUtcNow() >= until) break;
            var look = new Look(source, state, http, new LookRecorder(store, archive, options.Value.ConfirmAfter), sources, options.Value, time, until);
            var result = await look.Run(await store.ListAddresses(source.Id, cancellation), cancellation);
            await store.KeepSource(result.State, cancellation);
            looks.Add(result);
        }

        return looks;
    }

    private async Task<List<(Source Source, WatchedSource State)>> Due(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = new List<(Source, WatchedSource)>();
        foreach (var source in sources.Sources)
        {
            var state = await store.FindSource(source.Id, cancellation) ?? new WatchedSource(source.Id, now);
            if (state.IsDue(now, source.Every)) due.Add((source, state));
        }

        return due;
    }
}

/// <summary>What one look at a source found.</summary>
/// <param name="State">The source after the look.</param>
/// <param name="Captures">The recorded captures.</param>
public sealed record SourceLook(WatchedSource State, IReadOnlyList<Capture> Captures);
