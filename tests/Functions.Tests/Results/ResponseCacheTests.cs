using System.Security.Cryptography;
using DetainerLedger.Functions.Api;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Tests.Answers;

// Alone, since memory is the process's.
[Collection(typeof(Alone))]
public sealed class ResponseCacheTests : IDisposable
{
    private const string Function = "GetWeeks";
    private const string Path = "/api/weeks/latest";
    private static readonly LedgerIndex First = new([], [], "first");
    private static readonly LedgerIndex Second = new([], [], "second");
    private static readonly ApiResult Body = new(new byte[100_000], ResponseFormat.Json);

    private readonly MemoryIndex _ledger;
    private readonly ResponseCache _cache;

    public ResponseCacheTests()
    {
        _ledger = new MemoryIndex();
        _cache = new ResponseCache(_ledger, Options.Create(new ApiOptions { CachedAnswersMebibytes = 1 }));
    }

    public void Dispose() => _cache.Dispose();

    private ValueTask<ApiResult?> Find(HttpRequest request, string function = Function) => _cache.Find(function, request);

    // As the function reads its parameters before it answers.
    private void Keep(HttpRequest request, ApiResult answer, string function = Function)
    {
        var query = new Query(request);
        query.AsOf();
        query.State(JurisdictionRegister.Default);
        query.Page<DateOnly>("list", Days.TryParse);
        query.Format(ResponseFormats.OfLists);
        _cache.Keep(function, request, answer);
    }

    [Fact]
    public async Task The_same_request_gets_the_same_response_until_the_ledger_changes()
    {
        var answer = Body.Of(First.Now);
        Keep(Requests.Get(Path), answer);

        Assert.Same(answer, await Find(Requests.Get(Path)));
        _ledger.Index = Second;
        Assert.Null(await Find(Requests.Get(Path)));
    }

    [Fact]
    public async Task An_answer_is_marked_as_stale_as_long_as_the_index_is()
    {
        Keep(Requests.Get(Path), Body.Of(First.AsStale(TimeSpan.FromSeconds(9)).Now));
        Assert.Null((await Find(Requests.Get(Path)))!.StaleFor);

        _ledger.Index = First.AsStale(TimeSpan.FromSeconds(12.9));
        var stale = await Find(Requests.Get(Path));
        Assert.Equal(TimeSpan.FromSeconds(12.9), stale!.StaleFor);
        var http = Requests.Get(Path).HttpContext;
        http.Response.Body = Stream.Null;
        await stale.ExecuteAsync(http);
        Assert.Equal(("12", "true"), (http.Response.Headers.Age.ToString(), http.Response.Headers["X-Ledger-Stale"].ToString()));

        _ledger.Index = First;
        Assert.Null((await Find(Requests.Get(Path)))!.StaleFor);
    }

    [Fact]
    public async Task What_was_known_at_a_moment_moves_with_the_ledger_too()
    {
        // A correction that bears an earlier date, a release day that is added later: both change the past.
        var request = $"{Path}?asOf=2017-02-06";
        Keep(Requests.Get(request), Body.Of(First.AsOf(DateTimeOffset.UnixEpoch)));

        Assert.NotNull(await Find(Requests.Get(request)));
        _ledger.Index = Second;
        Assert.Null(await Find(Requests.Get(request)));
    }

    [Fact]
    public async Task An_answer_made_of_an_index_that_is_no_longer_the_ledger_s_does_not_hold()
    {
        _ledger.Index = Second;
        Keep(Requests.Get(Path), Body.Of(First.Now));

        Assert.Null(await Find(Requests.Get(Path)));
    }

    [Theory]
    [InlineData("/api/weeks/2017-02-04", "text/csv")]
    [InlineData("/api/weeks/latest?asOf=2017-02-06", "text/csv")]
    [InlineData("/api/weeks/latest", "application/json")]
    [InlineData("/api/weeks/latest", null)]
    [InlineData("/api/weeks/latest?format=csv", "text/csv")]
    public async Task Another_request_gets_nothing(string pathAndQuery, string? accept)
    {
        Keep(Requests.Get(Path, ("Accept", "text/csv")), Body.Of(First.Now));

        Assert.Null(await Find(accept is null ? Requests.Get(pathAndQuery) : Requests.Get(pathAndQuery, ("Accept", accept))));
        Assert.NotNull(await Find(Requests.Get(Path, ("Accept", "text/csv"))));
    }

    [Fact]
    public async Task Who_asks_for_the_headers_only_gets_the_answer_too_and_who_writes_does_not()
    {
        Keep(Requests.Get(Path), Body.Of(First.Now));

        Assert.NotNull(await Find(Of(HttpMethods.Head)));
        Assert.Null(await Find(Of(HttpMethods.Post)));

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
        Keep(Requests.Get("/api/reports"), Body);

        Assert.Null(await Find(Requests.Get("/api/reports")));
    }

    [Fact]
    public async Task It_takes_no_more_memory_than_it_may()
    {
        var requests = Enumerable.Range(0, 100).Select(number => Requests.Get($"{Path}?limit={number}")).ToList();
        foreach (var request in requests) Keep(request, Body.Of(First.Now));

        var kept = 0;
        foreach (var request in requests) kept += await Find(request) is null ? 0 : 1;
        Assert.InRange(kept, 1, 10);
    }

    [Fact]
    public async Task A_warm_response_is_not_compressed_again()
    {
        var request = Requests.Get(Path, ("Accept-Encoding", "br"));
        Keep(request, new ApiResult(new byte[100_000], ResponseFormat.Json).Of(First.Now));

        var compressed = (await Find(request))!.Bodies.As(ContentCoding.Brotli);

        Assert.True(compressed.Equals((await Find(request))!.Bodies.As(ContentCoding.Brotli)));
        Assert.Equal(compressed.Length, (await Find(Requests.Get(Path)))!.Bodies.Size);
    }

    [Fact]
    public async Task A_client_that_has_the_response_already_costs_no_compression()
    {
        Keep(Requests.Get(Path), new ApiResult(new byte[100_000], ResponseFormat.Json).Of(First.Now));
        var tag = (await Body.Send(Requests.Get(Path, ("Accept-Encoding", "br")))).Header("ETag")!;

        var found = await Find(Requests.Get(Path, ("Accept-Encoding", "br"), ("If-None-Match", tag)));

        Assert.Equal(0, found!.Bodies.Size);
    }

    [Fact]
    public async Task Compressed_bodies_count_as_well()
    {
        // Random bytes don't get smaller: each entry takes 300 KB in its three encodings, and the cache has 1 MB.
        var requests = Enumerable.Range(0, 20).Select(number => $"{Path}?limit={number}").ToList();
        foreach (var target in requests)
        {
            Keep(Requests.Get(target), new ApiResult(RandomNumberGenerator.GetBytes(100_000), ResponseFormat.Json).Of(First.Now));
            foreach (var encoding in new[] { "br", "gzip" }) await Find(Requests.Get(target, ("Accept-Encoding", encoding)));
        }

        var kept = 0L;
        foreach (var target in requests)
            if (await Find(Requests.Get(target)) is { } found) kept += found.Body.Length + found.Bodies.Size;
        Assert.InRange(kept, 1, 1024 * 1024);
    }

    [Theory]
    [InlineData("?state=TX&limit=5", "?limit=5&state=TX")]
    [InlineData("?state=TX", "?STATE=TX")]
    public async Task The_order_and_the_case_of_names_make_no_other_request(string kept, string asked)
    {
        Keep(Requests.Get(Path + kept), Body.Of(First.Now));

        Assert.NotNull(await Find(Requests.Get(Path + asked)));
    }

    [Theory]
    [InlineData("text/csv", "text/csv, application/json;q=0.5")]
    [InlineData("application/json", "*/*")]
    [InlineData("application/json", null)]
    public async Task Headers_that_ask_for_the_same_format_make_no_other_request(string kept, string? asked)
    {
        Keep(Requests.Get(Path, ("Accept", kept)), Body.Of(First.Now));

        Assert.NotNull(await Find(asked is null ? Requests.Get(Path) : Requests.Get(Path, ("Accept", asked))));
    }

    [Fact]
    public async Task No_request_ever_gets_the_answer_to_another_one()
    {
        string[] queries =
        [
            "", "?state=TX", "?state=NY", "?state=tx", "?cursor=abc", "?cursor=abd", "?limit=1", "?limit=11", "?limit=1&cursor=1", "?limit=&cursor=11",
            "?cursor=state%3DTX", "?state=TX&cursor=abc", "?state=&cursor=TXabc", "?state=T&state=X", "?state=TX&state=TX", "?asOf=2017-02-06",
            "?cursor=a%7C1:b", "?cursor=a&limit=b", "?state=TX;limit=1", "?state=TX%3B%7C5:limit",
        ];
        var requests = (from function in new[] { Function, "GetStates" }
                        from path in new[] { Path, "/api/weeks/2017-02-04" }
                        from query in queries
                        from accept in new[] { "application/json", "text/csv" }
                        select (function, target: path + query, accept)).ToList();
        foreach (var (function, target, accept) in requests)
            Keep(Of(target, accept), new ApiResult(System.Text.Encoding.UTF8.GetBytes($"{function} {target} {accept}"), ResponseFormat.Json).Of(First.Now), function);

        foreach (var (function, target, accept) in requests)
        {
            var found = await Find(Of(target, accept), function);
            Assert.Equal($"{function} {target} {accept}", System.Text.Encoding.UTF8.GetString(found!.Body.Span));
        }

        static HttpRequest Of(string target, string accept) => Requests.Get(target, ("Accept", accept));
    }

    [Theory]
    [InlineData("?utm_source=x")]
    [InlineData("?state=TX&unknown=this")]
    public async Task A_request_with_a_parameter_that_the_function_does_not_read_is_not_kept(string query)
    {
        Keep(Requests.Get(Path + query), Body.Of(First.Now));

        Assert.Null(await Find(Requests.Get(Path + query)));
    }

    [Fact]
    public void Six_thousand_hostile_requests_leave_no_more_in_memory_than_the_cache_may_have()
    {
        var answer = new ApiResult(new byte[100], ResponseFormat.Json).Of(First.Now);
        Keep(Requests.Get(Path), answer);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 6000; i++)
        {
            var accept = $"text/csv;q=0.{i:0000}, application/json;x=\"{new string('a', 20_000)}\"";
            Keep(Requests.Get($"{Path}?cursor={i}&{new string('q', 30_000)}={i}", ("Accept", accept)), answer);
            Keep(Requests.Get($"{Path}?cursor={i}{new string('c', 900)}", ("Accept", $"text/csv;q=0.{i:0000}")), answer);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2 * 1024 * 1024);
    }

    [Fact]
    public void A_body_is_kept_without_the_buffer_that_it_is_a_part_of()
    {
        Keep(Requests.Get(Path), Body.Of(First.Now));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 50; i++)
            Keep(Requests.Get($"{Path}?limit={i}"), new ApiResult(new byte[1_000_000].AsMemory(0, 1000), ResponseFormat.Json).Of(First.Now));

        // The buffers come to 50 MB; other tests of the process allocate meanwhile.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task A_new_request_does_not_access_the_ledger()
    {
        _ledger.Index = null;

        Assert.Null(await Find(Requests.Get(Path)));
    }

    private sealed class MemoryIndex : IIndexReader
    {
        /// <summary>Null when no request is allowed.</summary>
        public LedgerIndex? Index { get; set; } = First;

        public Task<LedgerIndex> ReadIndex(CancellationToken cancellation) =>
            Index is { } index ? Task.FromResult(index) : throw new InvalidOperationException("The index was read.");
    }
}
