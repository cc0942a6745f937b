using System.Runtime.InteropServices;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>
/// Caches responses in memory until the ledger changes. Only a response that depends on nothing but the index and the reports that
/// it names is cached (<see cref="ApiResult.Of"/>): never an error, and nothing that changes without the index.
/// </summary>
public sealed class ResponseCache(IIndexReader ledger, IOptions<ApiOptions> options) : IDisposable
{
    // The overhead of an entry in addition to its texts and its body: the cache entry, the response, its tag, the hash table.
    private const int Overhead = 1024;

    private readonly CacheKeys _keys = new();
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = options.Value.CachedAnswersMebibytes * 1024L * 1024 });

    /// <summary>Whether responses to this method are cached.</summary>
    public static bool Serves(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>The cached response to the same request, if it is still valid. The cost is that of reading the ledger's index.</summary>
    public async ValueTask<ApiResult?> Find(string function, HttpRequest request)
    {
        if (!Serves(request) || _keys.Find(function, request) is not { } key || !_answers.TryGetValue(key, out ApiResult? answer)) return null;
        var index = await ledger.ReadIndex(request.HttpContext.RequestAborted);
        if (index.Version != answer!.IndexVersion) return null;
        return index.Now.StaleFor is { } age ? answer with { StaleFor = age } : answer;
    }

    /// <summary>Caches the response, replacing an earlier one, if it is cacheable and there is room.</summary>
    public void Keep(string function, HttpRequest request, ApiResult answer)
    {
        if (answer.IndexVersion is null || !Serves(request)) return;
        _keys.Learn(function, request);
        if (_keys.Find(function, request) is not { } key) return;
        var kept = Trim(answer.StaleFor is null ? answer : answer with { StaleFor = null });
        _answers.Set(key, kept, new MemoryCacheEntryOptions { Size = Size(key, kept) });
    }

    public void Dispose() => _answers.Dispose();

    private static long Size(string key, ApiResult answer) =>
        answer.Body.Length + Overhead + sizeof(char) * ((long)key.Length + (answer.Next?.Length ?? 0) + answer.IndexVersion!.Length);

    // A body may be a slice of a larger buffer, which the cache would keep alive.
    private static ApiResult Trim(ApiResult answer) =>
        MemoryMarshal.TryGetArray(answer.Body, out var buffer) && buffer.Array!.Length > answer.Body.Length
            ? answer with { Body = answer.Body.ToArray() }
            : answer;
}
