using System.Net;

namespace DetainerLedger.Benchmarks.Backfilling;

/// <summary>
/// Sends recorded requests again to another emulator, and does nothing else: in the same order, and together where they were sent
/// together.
/// </summary>
internal sealed class RawReplay(IReadOnlyDictionary<int, Uri> services) : IDisposable
{
    // As many as the ledger sends.
    private const int MostAtOnce = 8;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = DecompressionMethods.None, UseProxy = false });

    /// <exception cref="InvalidOperationException">A request was answered with another status than before.</exception>
    public async Task Send(IReadOnlyList<SentRequest> requests)
    {
        foreach (var together in Together(requests))
            await Parallel.ForEachAsync(together, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce }, async (request, _) => await Send(request));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Requests that were under way at the same time.</summary>
    internal static IEnumerable<IReadOnlyList<SentRequest>> Together(IReadOnlyList<SentRequest> requests)
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
        await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode != recorded.Status)
            throw new InvalidOperationException($"{recorded.Kind} was answered by {(int)response.StatusCode} instead of {recorded.Status}.");
    }
}
