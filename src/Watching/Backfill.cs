using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DetainerLedger.Ingest;

namespace DetainerLedger.Watching.Http;

/// <summary>
/// Fetches the mementos of a TimeMap (RFC 7089), each once, and drops those whose bytes differ from the memento before, with the moment
/// at which the archive captured them. What is fetched is stored, so that a further run goes on where this one stopped.
/// </summary>
public sealed class Backfill(PoliteClient http, IMementoStore store, IFileArchive archive, ILookLease lease, TimeProvider time)
{
    private const int MostTimeMaps = 100;
    private const int LargestTimeMap = 16 * 1024 * 1024;
    private const int FailuresShown = 20;

    private static readonly TimeSpan LeaseFor = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan TimeMapKept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (TimeMap Map, DateTimeOffset Until)> _maps = new(StringComparer.Ordinal);

    /// <param name="match">Matches the addresses of the mementos to fetch.</param>
    /// <param name="budget">How long to start requests.</param>
    /// <returns>How far the backfill is after this run.</returns>
    public async Task<BackfillProgress> Continue(Uri timeMap, Regex match, TimeSpan budget, CancellationToken cancellation)
    {
        await using var held = await lease.TryAcquire($"backfill-{Capture.Key(timeMap.AbsoluteUri)}", LeaseFor, cancellation);
        if (held is null) return new BackfillProgress { Error = BackfillProgress.Running };
        var until = time.GetUtcNow() + budget;
        var (map, failure) = await Read(timeMap, cancellation);
        if (map is null) return new BackfillProgress { Error = failure!.Error, Status = failure.Status, WaitUntil = failure.WaitUntil };

        var mementos = map.Mementos.Where(memento => match.IsMatch(memento.Address.AbsoluteUri)).ToList();
        var fetched = (await store.List(timeMap.AbsoluteUri, cancellation)).ToDictionary(memento => memento.Address, StringComparer.Ordinal);
        var (now, failures, before) = (0, new List<FailedMemento>(), (string?)null);
        DateTimeOffset? wait = null;
        foreach (var memento in mementos)
        {
            var address = memento.Address.AbsoluteUri;
            if (!fetched.TryGetValue(address, out var known))
            {
                if (time.GetUtcNow() >= until) break;
                var result = await http.Get(new FetchRequest(memento.Address, next => IsHostOf(next, timeMap, memento.Address), http.LargestFile), cancellation);
                if (result is Fetched.Failed failed)
                {
                    failures.Add(new FailedMemento(address, failed.Error, failed.Status));
                    wait = failed.WaitUntil;
                    if (wait is not null) break;
                    continue;
                }

                // An archive also captures absences. One that doesn't have the memento itself says so without its moment.
                if (result is Fetched.Missing { Headers.IsMemento: false } missing)
                {
                    failures.Add(new FailedMemento(address, LookFailures.Missing, missing.Status));
                    continue;
                }

                known = await Keep(map, memento, result as Fetched.Content, before, timeMap, cancellation);
                fetched[address] = known;
                now++;
            }

            before = known.Sha256 ?? before;
        }

        var done = mementos.Where(memento => fetched.ContainsKey(memento.Address.AbsoluteUri)).ToList();
        return new BackfillProgress
        {
            Original = map.Original.AbsoluteUri,
            Mementos = mementos.Count,
            Fetched = done.Count,
            FetchedNow = now,
            Dropped = done.Count(memento => fetched[memento.Address.AbsoluteUri].IsDropped),
            Failures = [.. failures.Take(FailuresShown)],
            Failed = failures.Count,
            WaitUntil = wait,
            Done = done.Count + failures.Count == mementos.Count && wait is null,
        };
    }

    private async Task<FetchedMemento> Keep(
        TimeMap map, Memento memento, Fetched.Content? content, string? before, Uri timeMap, CancellationToken cancellation)
    {
        var sha256 = content is null ? null : Convert.ToHexStringLower(SHA256.HashData(content.Body.Span));
        var differs = sha256 is not null && sha256 != before;
        if (differs)
        {
            var original = map.Original.AbsoluteUri;
            await archive.Drop(new SeenFile(LookRecorder.FileNameOf(original), original, memento.At, sha256!, content!.Body), cancellation);
        }

        var fetched = new FetchedMemento(memento.Address.AbsoluteUri, memento.At, sha256) { IsDropped = differs };
        await store.Keep(timeMap.AbsoluteUri, fetched, cancellation);
        return fetched;
    }

    // A TimeMap may be in several parts, each of which links the others.
    private async Task<(TimeMap? Map, Fetched.Failed? Failure)> Read(Uri timeMap, CancellationToken cancellation)
    {
        if (_maps.TryGetValue(timeMap.AbsoluteUri, out var kept) && kept.Until > time.GetUtcNow()) return (kept.Map, null);
        var links = new List<TimeMapLink>();
        var (waiting, seen) = (new Queue<Uri>([timeMap]), new HashSet<string>(StringComparer.Ordinal) { timeMap.AbsoluteUri });
        while (waiting.TryDequeue(out var part))
        {
            var result = await http.Get(new FetchRequest(part, next => IsHostOf(next, timeMap, timeMap), LargestTimeMap), cancellation);
            if (result is Fetched.Failed failed) return (null, failed);
            if (result is not Fetched.Content content) return (null, new Fetched.Failed(LookFailures.Missing, (result as Fetched.Missing)?.Status));
            foreach (var link in LinkFormat.Parse(content.Body.Span))
            {
                if (link.Relations.Contains("timemap", StringComparer.OrdinalIgnoreCase)
                    && Address(part, link.Address) is { } next && seen.Count < MostTimeMaps && seen.Add(next.AbsoluteUri)) waiting.Enqueue(next);
                links.Add(link with { Address = Address(part, link.Address)?.AbsoluteUri ?? "" });
            }
        }

        var original = links.FirstOrDefault(link => link.Relations.Contains("original", StringComparer.OrdinalIgnoreCase))?.Address;
        if (original is not { Length: > 0 } || !SightingMetadata.TryParseAddress(original, out original))
            return (null, new Fetched.Failed(BackfillProgress.NotATimeMap));
        var mementos = links.Where(link => link is { IsMemento: true, Moment: not null, Address.Length: > 0 })
            .Where(link => link.Moment <= time.GetUtcNow())
            .DistinctBy(link => link.Address)
            .OrderBy(link => link.Moment).ThenBy(link => link.Address, StringComparer.Ordinal)
            .Select(link => new Memento(new Uri(link.Address), link.Moment!.Value))
            .ToList();
        var map = new TimeMap(new Uri(original), mementos);
        _maps[timeMap.AbsoluteUri] = (map, time.GetUtcNow() + TimeMapKept);
        return (map, null);
    }

    // Archives name their mementos by http addresses although they serve them by https.
    private static Uri? Address(Uri part, string link)
    {
        if (!Uri.TryCreate(part, link, out var address) || address.Scheme is not ("http" or "https")) return null;
        return part.Scheme == "https" && address is { Scheme: "http", IsDefaultPort: true } && address.Host == part.Host
            ? new UriBuilder(address) { Scheme = "https", Port = 443 }.Uri
            : address;
    }

    private static bool IsHostOf(Uri next, Uri timeMap, Uri memento) =>
        next.Authority.Equals(timeMap.Authority, StringComparison.OrdinalIgnoreCase) || next.Authority.Equals(memento.Authority, StringComparison.OrdinalIgnoreCase);

    private sealed record Memento(Uri Address, DateTimeOffset At);

    private sealed record TimeMap(Uri Original, IReadOnlyList<Memento> Mementos);
}

/// <summary>How far a backfill is.</summary>
public sealed record BackfillProgress
{
    /// <summary>Another run of the same backfill is not finished.</summary>
    public const string Running = "running";

    public const string NotATimeMap = "not-a-timemap";

    /// <summary>The address of which the TimeMap lists the mementos.</summary>
    public string? Original { get; init; }

    /// <summary>The number of matching mementos.</summary>
    public int Mementos { get; init; }

    /// <summary>How many of them have been fetched, in all runs.</summary>
    public int Fetched { get; init; }

    /// <summary>How many were fetched in this run.</summary>
    public int FetchedNow { get; init; }

    /// <summary>How many were dropped, in all runs: those that differ from the one before.</summary>
    public int Dropped { get; init; }

    /// <summary>How many could not be fetched in this run. A further run tries them again.</summary>
    public int Failed { get; init; }

    /// <summary>The first of those.</summary>
    public IReadOnlyList<FailedMemento> Failures { get; init; } = [];

    /// <summary>Whether every memento has been fetched or tried.</summary>
    public bool Done { get; init; }

    /// <summary>The moment until which the archive asked to wait.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Why the TimeMap could not be read; null if it could. One of <see cref="LookFailures"/> or of the constants here.</summary>
    public string? Error { get; init; }

    public int? Status { get; init; }
}

/// <param name="Error">One of <see cref="LookFailures"/>.</param>
public sealed record FailedMemento(string Address, string Error, int? Status);
