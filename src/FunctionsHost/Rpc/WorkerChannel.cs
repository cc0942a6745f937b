using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FunctionsHost.Rpc;

/// <summary>The conversation with one worker process, from its first message to its last.</summary>
internal sealed class WorkerChannel(string workerId, ILoggerFactory loggers)
{
    // A worker that loads a large app on a busy machine takes seconds; one that doesn't respond for this long never will.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(60);

    private readonly Channel<Envelope> _outgoing = Channel.CreateUnbounded<Envelope>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Envelope>> _answers = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResult>> _running = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _abandoned;
    private int _nextRequest;

    public string WorkerId { get; } = workerId;

    /// <summary>Where HTTP requests are forwarded to; null if the app serves none.</summary>
    public Uri? HttpAddress { get; private set; }

    public IReadOnlyList<FunctionMetadata> Functions { get; private set; } = [];

    /// <summary>Completes when the stream or the process ends.</summary>
    public Task Lost => _lost.Task;

    /// <summary>Initializes the worker and loads its functions.</summary>
    /// <exception cref="StartException">The worker refused, or doesn't respond.</exception>
    /// <exception cref="WorkerLostException" />
    public async Task Begin(string appFolder, CancellationToken cancellation)
    {
        await Limit(_started.Task, "The worker did not connect", cancellation);
        var initialized = (await Ask(
            new Envelope { Initialize = new Initialize { HostVersion = "4.0.0", WorkerDirectory = appFolder, FunctionAppDirectory = appFolder } }, cancellation)).Initialized;
        Check(initialized.Result, "The worker could not be initialized");
        if (initialized.Capabilities.TryGetValue("HttpUri", out var address)) HttpAddress = new Uri(address);

        var list = (await Ask(new Envelope { ListFunctions = new ListFunctions { FunctionAppDirectory = appFolder } }, cancellation)).FunctionList;
        Check(list.Result, "The worker could not list its functions");
        foreach (var function in list.Functions)
        {
            if (function.FunctionId.Length == 0) function.FunctionId = function.Name;
            var loaded = await Ask(new Envelope { LoadFunction = new LoadFunction { FunctionId = function.FunctionId, Metadata = function } }, cancellation);
            Check(loaded.FunctionLoaded.Result, $"The worker could not load {function.Name}");
        }

        Functions = [.. list.Functions.Select(FunctionMetadata.Read)];
    }

    /// <summary>Runs a function. Cancelling asks it to stop, and still waits for it to finish.</summary>
    /// <exception cref="WorkerLostException" />
    public async Task<Outcome> Invoke(Invocation invocation, CancellationToken cancellation)
    {
        var ended = new TaskCompletionSource<InvocationResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[invocation.InvocationId] = ended;
        try
        {
            if (!Post(new Envelope { RequestId = invocation.InvocationId, Invocation = invocation })) throw new WorkerLostException();
            await using var onCancel = cancellation.Register(() => Post(new Envelope { CancelInvocation = new CancelInvocation { InvocationId = invocation.InvocationId } }));
            return (await ended.Task).Result;
        }
        finally
        {
            _running.TryRemove(invocation.InvocationId, out _);
        }
    }

    public bool IsRunning(string invocationId) => _running.ContainsKey(invocationId);

    /// <summary>Asks the worker to exit.</summary>
    public void Terminate() => Post(new Envelope { Terminate = new Terminate() });

    /// <summary>From now on, invocations that are running when the worker ends get no result: this process ends too.</summary>
    public void Abandon() => _abandoned = true;

    public void OnLost()
    {
        _outgoing.Writer.TryComplete();
        _lost.TrySetResult();
        _started.TrySetException(new WorkerLostException());
        foreach (var answer in _answers.Values) answer.TrySetException(new WorkerLostException());
        if (_abandoned) return;
        foreach (var running in _running.Values) running.TrySetException(new WorkerLostException());
    }

    public void Receive(Envelope message)
    {
        switch (message.ContentCase)
        {
            case Envelope.ContentOneofCase.WorkerStarted:
                _started.TrySetResult();
                break;
            case Envelope.ContentOneofCase.Log:
                Log(message.Log);
                break;
            case Envelope.ContentOneofCase.InvocationResult:
                if (_running.TryGetValue(message.InvocationResult.InvocationId, out var running)) running.TrySetResult(message.InvocationResult);
                break;
            default:
                if (_answers.TryRemove(message.RequestId, out var answer)) answer.TrySetResult(message);
                break;
        }
    }

    public IAsyncEnumerable<Envelope> Outgoing(CancellationToken cancellation) => _outgoing.Reader.ReadAllAsync(cancellation);

    private bool Post(Envelope message) => _outgoing.Writer.TryWrite(message);

    private async Task<Envelope> Ask(Envelope question, CancellationToken cancellation)
    {
        question.RequestId = $"{WorkerId}-{Interlocked.Increment(ref _nextRequest)}";
        var answer = new TaskCompletionSource<Envelope>(TaskCreationOptions.RunContinuationsAsynchronously);
        _answers[question.RequestId] = answer;
        if (!Post(question)) throw new WorkerLostException();
        await Limit(answer.Task, $"The worker did not answer {question.ContentCase}", cancellation);
        return await answer.Task;
    }

    private static async Task Limit(Task task, string otherwise, CancellationToken cancellation)
    {
        try
        {
            await task.WaitAsync(AnswerLimit, cancellation);
        }
        catch (TimeoutException)
        {
            throw new StartException($"{otherwise} within {AnswerLimit.TotalSeconds} seconds.");
        }
    }

    private static void Check(Outcome? outcome, string otherwise)
    {
        if (outcome is { Status: not Outcome.Types.Status.Success }) throw new StartException($"{otherwise}: {outcome.Failure?.Message}");
    }

    private void Log(WorkerLog entry)
    {
        var logger = loggers.CreateLogger(entry.Category.Length > 0 ? entry.Category : "Worker");
        var failure = entry.Exception is { Message.Length: > 0 } exception ? $" {exception.Type} {exception.Message} {exception.StackTrace}".TrimEnd() : "";
        // The level and the text come from the app.
#pragma warning disable CA1848, CA2254
        logger.Log((LogLevel)entry.Level, "{Message}{Failure}", entry.Message, failure);
#pragma warning restore CA1848, CA2254
    }
}
