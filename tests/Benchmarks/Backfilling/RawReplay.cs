using System.Text;

namespace DetainerLedger.Benchmarks.Backfilling;

/// <summary>
/// Sends recorded requests again to another emulator, and does nothing else: in the same order, and together where they were sent
/// together.
/// </summary>
internal sealed class RawReplay(IReadOnlyDictionary<int, Uri> services) : IDisposable
{
    // As many as the ledger sends.
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    /// <exception cref="InvalidOperationException">A request was answered with another status than before.</exception>
    public async Task Send(IReadOnlyList<SentRequest> requests)
    {
        foreach (var together in Together(requests))
            await Parallel.ForEachAsync(together, AtOnce, async (request, _) => await Send(request));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Requests that were under way at the same time.</summary>
    private static IEnumerable<IReadOnlyList<SentRequest>> Together(IReadOnlyList<SentRequest> requests)
    {
        var group = new List<SentRequest>();
        var end = long.MinValue;
        foreach (var request in requests)
        {
            if (group.Count > 0 && request.Began >= end)
            {
                yield return group;
                group = [];
            }

            group.Add(request);
            end = Math.Max(end, request.Ended);
        }

        if (group.Count > 0) yield return group;
    }

    private async Task Send(SentRequest recorded)
    {
        using var request = recorded.To(services[recorded.Address.Port]);
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode != recorded.Status)
            throw new InvalidOperationException($"{recorded.Kind} was answered by {(int)response.StatusCode}, not {recorded.Status}.");
        // A transaction that fails is answered by 202, with the status of the operation that failed inside.
        if (recorded.IsBatch && body.AsSpan().IndexOf("HTTP/1.1 4"u8) >= 0)
            throw new InvalidOperationException($"{recorded.Kind} failed: {Encoding.UTF8.GetString(body)}");
    }
}
