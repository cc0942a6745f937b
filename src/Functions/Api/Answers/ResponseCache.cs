using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Answers;

/// <summary>
/// Answers as they went out, for whoever asks the same while the ledger stands where it did. Only what is made of the index
/// and of the reports that it names is kept (<see cref="Answer.Of"/>): never an error, and nothing that moves without it.
/// </summary>
public sealed class AnswerCache(ILedger ledger, IOptions<ApiOptions> options) : IDisposable
{
    // What an entry takes beside its body, about.
    private const int Overhead = 1024;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = options.Value.CachedAnswersMebibytes * 1024L * 1024 });

    /// <summary>What was answered to the same request, if that still holds. Costs what the ledger's index costs.</summary>
    public async ValueTask<Answer?> Find(HttpRequest request)
    {
        if (!IsReading(request) || !_answers.TryGetValue(Key(request), out Answer? answer)) return null;
        var index = await ledger.ReadIndex(request.HttpContext.RequestAborted);
        return index.Version == answer!.IndexVersion ? answer : null;
    }

    /// <summary>Keeps the answer in place of an earlier one, if it can be kept and there is room.</summary>
    public void Keep(HttpRequest request, Answer answer)
    {
        if (answer.IndexVersion is null || !IsReading(request)) return;
        _answers.Set(Key(request), answer, new MemoryCacheEntryOptions { Size = answer.Body.Length + Overhead });
    }

    public void Dispose() => _answers.Dispose();

    // All of a request that an answer is made from.
    private static string Key(HttpRequest request) =>
        string.Join('\n', request.Path.Value, request.QueryString.Value, request.Headers[HeaderNames.Accept].ToString());

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
