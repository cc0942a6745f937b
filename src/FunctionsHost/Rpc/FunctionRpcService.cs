using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace FunctionsHost.Rpc;

/// <summary>The server's end of the stream: a worker identifies itself, and then both sides exchange messages.</summary>
internal sealed class FunctionRpcService(WorkerRegistry workers) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(IAsyncStreamReader<Envelope> requestStream, IServerStreamWriter<Envelope> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken) || requestStream.Current.WorkerStarted is not { } started || workers.Take(started.WorkerId) is not { } channel)
            throw new RpcException(new Status(StatusCode.Unauthenticated, "Not a worker of this host."));
        channel.Receive(requestStream.Current);
        var sending = Send(channel, responseStream, context.CancellationToken);
        try
        {
            while (await requestStream.MoveNext(context.CancellationToken)) channel.Receive(requestStream.Current);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // A killed process doesn't close its stream.
        }
        finally
        {
            channel.OnLost();
            await sending;
        }
    }

    private static async Task Send(WorkerChannel channel, IServerStreamWriter<Envelope> stream, CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in channel.Outgoing(cancellation)) await stream.WriteAsync(message, cancellation);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or InvalidOperationException)
        {
            // Messages to a worker that has ended have no reader; callers that wait for a response are notified by the channel.
        }
    }
}

/// <summary>The worker that is expected to connect. Its id is the only proof of its identity.</summary>
internal sealed class WorkerRegistry
{
    private WorkerChannel? _expected;

    public void Expect(WorkerChannel channel) => Volatile.Write(ref _expected, channel);

    /// <summary>The channel of that worker, returned once.</summary>
    public WorkerChannel? Take(string workerId)
    {
        var expected = Volatile.Read(ref _expected);
        return expected is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(workerId), Encoding.UTF8.GetBytes(expected.WorkerId))
            && Interlocked.CompareExchange(ref _expected, null, expected) == expected ? expected : null;
    }
}
