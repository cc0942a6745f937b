using System.Reflection;
using DetainerLedger.Functions.Api;
using DetainerLedger.Functions.Api.Answers;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Tests.Answers;

public sealed class AnswerCacheTests : IDisposable
{
    private const string Path = "/api/weeks/latest";
    private static readonly LedgerIndex First = new([], [], "first");
    private static readonly LedgerIndex Second = new([], [], "second");
    private static readonly Answer Body = new(new byte[100_000], AnswerFormat.Json);

    private readonly StandingLedger _ledger;
    private readonly AnswerCache _cache;

    public AnswerCacheTests()
    {
        var ledger = DispatchProxy.Create<ILedger, StandingLedger>();
        _ledger = (StandingLedger)(object)ledger;
        _cache = new AnswerCache(ledger, Options.Create(new ApiOptions { CachedAnswersMebibytes = 1 }));
    }

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task The_same_request_gets_the_same_answer_as_long_as_the_ledger_stands()
    {
        var answer = Body.Of(First.Now);
        _cache.Keep(Requests.Get(Path), answer);

        Assert.Same(answer, await _cache.Find(Requests.Get(Path)));
        _ledger.Index = Second;
        Assert.Null(await _cache.Find(Requests.Get(Path)));
    }

    [Fact]
    public async Task What_was_known_at_a_moment_moves_with_the_ledger_too()
    {
        // A correction that bears an earlier date, a release that is told later: both change the past.
        var request = $"{Path}?asOf=2017-02-06";
        _cache.Keep(Requests.Get(request), Body.Of(First.AsOf(DateTimeOffset.UnixEpoch)));

        Assert.NotNull(await _cache.Find(Requests.Get(request)));
        _ledger.Index = Second;
        Assert.Null(await _cache.Find(Requests.Get(request)));
    }

    [Fact]
    public async Task An_answer_made_of_an_index_that_is_no_longer_the_ledger_s_does_not_hold()
    {
        _ledger.Index = Second;
        _cache.Keep(Requests.Get(Path), Body.Of(First.Now));

        Assert.Null(await _cache.Find(Requests.Get(Path)));
    }

    [Theory]
    [InlineData("/api/weeks/2017-02-04", "text/csv")]
    [InlineData("/api/weeks/latest?asOf=2017-02-06", "text/csv")]
    [InlineData("/api/weeks/latest", "application/json")]
    public async Task Another_request_gets_nothing(string pathAndQuery, string accept)
    {
        _cache.Keep(Requests.Get(Path, ("Accept", "text/csv")), Body.Of(First.Now));

        Assert.Null(await _cache.Find(Requests.Get(pathAndQuery, ("Accept", accept))));
        Assert.NotNull(await _cache.Find(Requests.Get(Path, ("Accept", "text/csv"))));
    }

    [Fact]
    public async Task Who_asks_for_the_headers_only_gets_the_answer_too_and_who_writes_does_not()
    {
        _cache.Keep(Requests.Get(Path), Body.Of(First.Now));

        Assert.NotNull(await _cache.Find(Of(HttpMethods.Head)));
        Assert.Null(await _cache.Find(Of(HttpMethods.Post)));

        static HttpRequest Of(string method)
        {
            var request = Requests.Get(Path);
            request.Method = method;
            return request;
        }
    }

    [Fact]
    public async Task What_moves_without_the_index_is_not_kept()
    {
        _cache.Keep(Requests.Get("/api/reports"), Body);

        Assert.Null(await _cache.Find(Requests.Get("/api/reports")));
    }

    [Fact]
    public async Task It_takes_no_more_memory_than_it_may()
    {
        var requests = Enumerable.Range(0, 100).Select(number => Requests.Get($"{Path}?limit={number}")).ToList();
        foreach (var request in requests) _cache.Keep(request, Body.Of(First.Now));

        var kept = 0;
        foreach (var request in requests) kept += await _cache.Find(request) is null ? 0 : 1;
        Assert.InRange(kept, 1, 10);
    }

    [Fact]
    public async Task A_request_that_nobody_made_before_asks_nothing_of_the_ledger()
    {
        _ledger.Index = null;

        Assert.Null(await _cache.Find(Requests.Get(Path)));
    }

    /// <summary>Has an index, and nothing else.</summary>
    public class StandingLedger : DispatchProxy
    {
        public LedgerIndex? Index { get; set; } = First;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == nameof(ILedger.ReadIndex) && Index is { } index
                ? Task.FromResult(index)
                : throw new NotSupportedException(targetMethod?.Name);
    }
}
