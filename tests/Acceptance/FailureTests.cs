using System.Net;
using Acceptance.App;
using Azure.Data.Tables;

namespace Acceptance;

/// <summary>What a client gets when the fault is ours.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private static readonly string[] NeedNoStorage = ["docs", "docs/scalar.js", "openapi.json"];

    private readonly TheApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_fault_is_answered_as_a_problem_without_its_words_and_named_in_the_log_by_the_answer_s_id()
    {
        var index = new TableClient(_app.StorageConnectionString, "LedgerIndex");
        await index.AddEntityAsync(new TableEntity("index", "week|2017-02-04") { ["Data00"] = new byte[] { 1, 2, 3 } }, TestContext.Current.CancellationToken);

        using var answer = await _app.Get("/api/weeks");

        var problem = await answer.Problem(HttpStatusCode.InternalServerError);
        Assert.Equal("internal-error", problem["code"]!.GetValue<string>());
        var id = Assert.Single(answer.Headers.GetValues("x-correlation-id"));
        await _app.WaitForOutput($"GetWeeks failed in the invocation {id}");
    }

    [Fact]
    public async Task Every_answer_has_an_id_of_its_own()
    {
        using var one = await _app.Get("/api/weeks");
        using var other = await _app.Get("/api/weeks/2017-02-04");
        Assert.NotEqual(one.Headers.GetValues("x-correlation-id").Single(), other.Headers.GetValues("x-correlation-id").Single());
    }

    [Fact]
    public async Task Without_storage_every_route_that_needs_it_answers_503()
    {
        await _app.StopStorage();

        await Task.WhenAll(AppRoute.ThatAreRead.Select(row => row.Data).Except(NeedNoStorage).Select(async template =>
        {
            var problem = await _app.ReadProblem(AppRoute.Path(template, "20170204000000-0123456789ab"), HttpStatusCode.ServiceUnavailable);
            Assert.Equal("storage-unavailable", problem.Text("code"));
        }));
    }
}
