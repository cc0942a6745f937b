using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests;

/// <summary>How a method is run: what it may return, and the span around it.</summary>
public sealed class InvocationTests : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;
    private TestHost? _host;

    public InvocationTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.Start([typeof(Functions)]);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("at-once")]
    [InlineData("task")]
    [InlineData("value-task")]
    public async Task What_a_method_returns_is_awaited_in_every_shape_of_a_task(string shape) =>
        Assert.Equal("answer", await _host!.Http.GetStringAsync($"api/{shape}", Cancellation));

    [Fact]
    public async Task An_invocation_is_a_span_of_the_worker_s_source_beneath_the_caller_s()
    {
        var caller = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/task");
        request.Headers.Add("traceparent", $"00-{caller}-00f067aa0ba902b7-01");
        using var response = await _host!.Http.SendAsync(request, Cancellation);

        var span = Assert.Single(_spans, span => span.TraceId == caller);
        Assert.Equal(("function InATask", "00f067aa0ba902b7", ActivityKind.Internal), (span.DisplayName, span.ParentSpanId.ToString(), span.Kind));
        Assert.Equal("InATask", span.GetTagItem("faas.name"));
        Assert.True(Guid.TryParse(Convert.ToString(span.GetTagItem("faas.invocation_id"), CultureInfo.InvariantCulture), out _));
    }

    [Fact]
    public async Task An_invocation_that_fails_is_a_failed_span_and_one_without_a_caller_has_no_parent()
    {
        using var response = await _host!.Http.GetAsync("api/failing-here", Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var span = Assert.Single(_spans, span => span.DisplayName == "function FailingHere");
        Assert.Equal((ActivityStatusCode.Error, default(ActivitySpanId)), (span.Status, span.ParentSpanId));
    }

    internal static class Functions
    {
        [Function("AtOnce")]
        public static IResult AtOnce([HttpTrigger(AuthorizationLevel.Anonymous, Route = "at-once")] HttpRequest request) => Answer(request);

        [Function("InATask")]
        public static async Task<IResult> InATask([HttpTrigger(AuthorizationLevel.Anonymous, Route = "task")] HttpRequest request)
        {
            await Task.Yield();
            return Answer(request);
        }

        [Function("InAValueTask")]
        public static async ValueTask<IResult> InAValueTask([HttpTrigger(AuthorizationLevel.Anonymous, Route = "value-task")] HttpRequest request)
        {
            await Task.Yield();
            return Answer(request);
        }

        [Function("FailingHere")]
        public static IResult FailingHere([HttpTrigger(AuthorizationLevel.Anonymous, Route = "failing-here")] HttpRequest request) =>
            throw new InvalidOperationException(request.Method);

        private static IResult Answer(HttpRequest request) => request.Body.CanRead ? Results.Text("answer") : Results.NoContent();
    }
}
