using System.IO.Pipes;
using LocalHost.Host;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LocalHost.Tests;

public sealed class StandardInputTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly AnonymousPipeServerStream _writer = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream _reader;

    public StandardInputTests() => _reader = new AnonymousPipeClientStream(PipeDirection.In, _writer.ClientSafePipeHandle);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _writer.Dispose();
        _reader.Dispose();
    }

    [Fact]
    public async Task Its_end_stops_the_app_and_what_comes_before_does_not()
    {
        await Watch(stops: true, () => _reader);
        _writer.Write("words"u8);
        await Task.Delay(100, Cancellation);
        Assert.False(_lifetime.ApplicationStopping.IsCancellationRequested);
        await _writer.DisposeAsync();
        await Stopped();
    }

    [Fact]
    public async Task A_closed_terminal_stops_the_app_as_an_end_does()
    {
        await Watch(stops: true, () => new ClosedTerminal());
        await Stopped();
    }

    [Fact]
    public async Task Is_left_alone_unless_the_options_ask_for_it() =>
        await Watch(stops: false, () => throw new InvalidOperationException("It is not to be opened."));

    private Task Watch(bool stops, Func<Stream> open) =>
        new StandardInputWatch(open, Options.Create(new LocalHostOptions { StopWithStandardInput = stops }), _lifetime).StartAsync(Cancellation);

    private async Task Stopped()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = _lifetime.ApplicationStopping.Register(stopped.SetResult);
        await stopped.Task.WaitAsync(Patience, Cancellation);
    }

    private sealed class ClosedTerminal : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("Input/output error");
    }
}
