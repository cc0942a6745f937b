using System.Net;

namespace DetainerLedger.Outbound;

/// <summary>
/// Sends requests to addresses that others chose: a receiver of webhooks, a watched page. It connects only where the policy
/// allows, follows no redirects, uses no proxy and no cookies, and reads a limited number of bytes in a limited time.
/// One instance can be used by all threads.
/// </summary>
public sealed class OutboundClient : IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);
    private const int HeaderKibibytes = 16;

    private readonly OutboundPolicy _policy;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public OutboundClient(OutboundPolicy policy, TimeProvider time) : this(policy, time, Dns.GetHostAddressesAsync)
    {
    }

    internal OutboundClient(OutboundPolicy policy, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (_policy, _time) = (policy, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnection(policy, resolve).Connect,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = HeaderKibibytes,
            // A body that isn't read to its end is not drained: its sender may never end it.
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = Idle,
            // The ids of this app's traces are not for others, and a span would state where the request goes.
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    /// <exception cref="RefusedAddressException">The policy doesn't allow the URL or an address of its host.</exception>
    /// <exception cref="TimeoutException">The exchange took longer than the policy allows.</exception>
    /// <exception cref="HttpRequestException">The host can't be found or reached, or its answer is not valid HTTP.</exception>
    /// <exception cref="IOException">The connection ended within the body.</exception>
    public async Task<OutboundResponse> Send(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (_policy.Refuse(request.RequestUri) is { } refusal) throw new RefusedAddressException(refusal);
        using var timeout = new CancellationTokenSource(_policy.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var (body, isWhole) = await Read(answer.Content, either.Token);
            return new OutboundResponse(answer.StatusCode, answer.Headers, answer.Content.Headers, body, isWhole);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The exchange took longer than {_policy.Timeout.TotalSeconds:0.#} seconds.");
        }
        // The handler wraps what the connection throws.
        catch (HttpRequestException failure) when (failure.InnerException is RefusedAddressException refused)
        {
            throw refused;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(ReadOnlyMemory<byte> Body, bool IsWhole)> Read(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[Math.Min(_policy.MostBytes + 1, 64 * 1024)];
        while (body.Length <= _policy.MostBytes && await stream.ReadAsync(buffer, cancellation) is > 0 and var read) body.Write(buffer, 0, read);
        var isWhole = body.Length <= _policy.MostBytes;
        return (body.GetBuffer().AsMemory(0, (int)Math.Min(body.Length, _policy.MostBytes)), isWhole);
    }
}
