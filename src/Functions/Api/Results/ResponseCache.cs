using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>
/// Caches responses in memory until the ledger changes. Only a response that depends on nothing but the index and the reports that
/// it names is cached (<see cref="ApiResult.Of"/>): never an error, and nothing that changes without the index. An entry has the body
/// in each encoding that was asked for, and its size is that of all of them.
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
        // Compressed once for all later requests, and charged for.
        if (answer.Encode(request)) Set(key, answer);
        return index.Now.StaleFor is { } age ? answer with { StaleFor = age } : answer;
    }

    /// <summary>Caches the response, replacing an earlier one, if it is cacheable and there is room.</summary>
    /// <returns>The response to send.</returns>
    public ApiResult Keep(string function, HttpRequest request, ApiResult answer)
    {
        if (answer.IndexVersion is null || !Serves(request)) return answer;
        _keys.Learn(function, request);
        if (_keys.Find(function, request) is not { } key) return answer;
        var kept = (answer.StaleFor is null ? answer : answer with { StaleFor = null }).Trim();
        kept.Encode(request);
        Set(key, kept);
        return kept with { StaleFor = answer.StaleFor };
    }

    public void Dispose() => _answers.Dispose();

    private void Set(string key, ApiResult answer) => _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = Size(key, answer) });

    private static long Size(string key, ApiResult answer) =>
        answer.Body.Length + answer.Bodies.Size + Overhead + sizeof(char) * ((long)key.Length + (answer.Next?.Length ?? 0) + answer.IndexVersion!.Length);
}
