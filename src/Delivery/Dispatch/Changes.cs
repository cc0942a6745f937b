using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Caching.Memory;

namespace DetainerLedger.Delivery.Dispatch;

/// <summary>The events of all sources. What an event says is kept in memory while it is delivered.</summary>
public sealed class Changes(IEnumerable<IChangeSource> sources) : IDisposable
{
    private const int Kept = 32;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Kept });

    public async Task<IReadOnlyList<LedgerChange>> ReadAll(CancellationToken cancellation)
    {
        var all = new List<LedgerChange>();
        foreach (var source in sources) all.AddRange(await source.ReadChanges(cancellation));
        return [.. all.OrderBy(change => change.At)];
    }

    /// <returns>Null when no source has the event.</returns>
    public async Task<KnownChange?> Find(string id, CancellationToken cancellation)
    {
        if (_known.TryGetValue(id, out KnownChange? known)) return known;
        return (await ReadAll(cancellation)).FirstOrDefault(change => change.Id == id) is { } change ? await Read(change, cancellation) : null;
    }

    /// <exception cref="InvalidOperationException">No source knows what the event says.</exception>
    public async Task<KnownChange> Read(LedgerChange change, CancellationToken cancellation)
    {
        if (_known.TryGetValue(change.Id, out KnownChange? known)) return known!;
        foreach (var source in sources)
        {
            if (await source.ReadDetails(change, cancellation) is not { } details) continue;
            return _known.Set(change.Id, new KnownChange(change, details), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KeptFor });
        }

        throw new InvalidOperationException($"No source describes the event {change.Id}.");
    }

    public void Dispose() => _known.Dispose();
}

/// <summary>An event and what it says.</summary>
public sealed record KnownChange(LedgerChange Change, ChangeDetails Details);
