using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Http;

/// <summary>Requests that are being answered when somebody goes: the caller, or the app.</summary>
public sealed class RequestStopTests
{
    private readonly Recorder _recorder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_who_goes_away_cancels_the_function()
    {
        await using var host = await Start(stopSeconds: 10);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var answer = host.Http.GetAsync("api/endless", caller.Token);
        await _recorder.WaitFor("begins");
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await _recorder.WaitFor("cancelled");
    }

    [Fact]
    public async Task A_stop_lets_a_request_be_answered()
    {
        await using var host = await Start(stopSeconds: 10);
        var answer = host.Http.GetAsync("api/slow", Cancellation);
        await _recorder.WaitFor("begins");
        await host.Stop();
        using var response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("cancelled", _recorder.Entries);
    }

    [Fact]
    public async Task A_stop_cancels_a_request_that_takes_longer_than_it_may()
    {
        await using var host = await Start(stopSeconds: 0.3);
        var answer = host.Http.GetAsync("api/endless", Cancellation);
        await _recorder.WaitFor("begins");
        await host.Stop();
        await _recorder.WaitFor("cancelled");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer);
    }

    private Task<TestHost> Start(double stopSeconds) => TestHost.Start(
        [typeof(Functions)],
        new Dictionary<string, string?> { ["LocalHost:StopSeconds"] = stopSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        builder =>
        {
            Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilderAspNetCoreExtensions.ConfigureFunctionsWebApplication(builder);
            builder.Services.AddSingleton(_recorder);
        });

    internal sealed class Functions(Recorder recorder)
    {
        [Function("Endless")]
        public Task<IResult> Endless([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation) =>
            Answer(request, Timeout.InfiniteTimeSpan, cancellation);

        [Function("Slow")]
        public Task<IResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation) =>
            Answer(request, TimeSpan.FromSeconds(1), cancellation);

        private async Task<IResult> Answer(HttpRequest request, TimeSpan after, CancellationToken cancellation)
        {
            recorder.Add("begins");
            try
            {
                await Task.Delay(after, cancellation);
                return Results.Text(request.Method);
            }
            catch (OperationCanceledException)
            {
                recorder.Add("cancelled");
                throw;
            }
        }
    }
}
