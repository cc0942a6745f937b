using System.Collections.Concurrent;
using DetainerLedger.Outbound;
using DetainerLedger.Parsing;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Watching.Http;

/// <summary>
/// Sends requests as a considerate visitor: one at a time to a host, with a pause, as <c>robots.txt</c> permits, with a name and a
/// contact, and not before a host that asked to wait wants it.
/// </summary>
public sealed class PoliteClient : IDisposable
{
    private const int MostRedirects = 5;
    private const int LargestRobots = 512 * 1024;

    private static readonly TimeSpan RobotsKept = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly WatchOptions _options;
    private readonly TimeProvider _time;
    private readonly OutboundClient _http;
    private readonly string _agent;

    public PoliteClient(IOptions<WatchOptions> options, ReadingLimits limits, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        LargestFile = (int)Math.Min(limits.Bytes, int.MaxValue - 1);
        _http = new OutboundClient(WatchServices.Policy(_options, Math.Max(LargestFile, _options.LargestPage)), time);
        _agent = $"{RobotsFile.Product}/1.0 (+{_options.Contact})";
    }

    /// <summary>The maximum size of a file that can be read, in bytes.</summary>
    public int LargestFile { get; }

    public async Task<Fetched> Get(FetchRequest request, CancellationToken cancellation)
    {
        var address = request.Address;
        for (var redirects = 0; ; redirects++)
        {
            if (!request.Allows(address)) return new Fetched.Failed(redirects == 0 ? LookFailures.Forbidden : LookFailures.Redirect);
            var host = _hosts.GetOrAdd(address.Authority, _ => new Host());
            await host.Gate.WaitAsync(cancellation);
            Uri? next;
            try
            {
                if (host.NotBefore > _time.GetUtcNow()) return new Fetched.Failed(LookFailures.Wait, WaitUntil: host.NotBefore);
                if (await Refused(host, address, cancellation) is { } refused) return refused;
                (var fetched, next) = await Exchange(host, address, request, cancellation);
                if (fetched is not null) return fetched;
            }
            finally
            {
                host.Gate.Release();
            }

            if (redirects == MostRedirects || next is null) return new Fetched.Failed(LookFailures.Redirect);
            address = next;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var host in _hosts.Values) host.Dispose();
    }

    private async Task<Fetched.Failed?> Refused(Host host, Uri address, CancellationToken cancellation)
    {
        if (host.Robots is null || host.RobotsUntil <= _time.GetUtcNow())
        {
            var robots = new Uri(address, "/robots.txt");
            var (fetched, _) = await Exchange(host, robots, new FetchRequest(robots, _ => true, LargestRobots), cancellation);
            // RFC 9309: without a file all is allowed; a file that can't be had now forbids all.
            (host.Robots, var reached) = fetched switch
            {
                Fetched.Content content => (RobotsFile.Parse(content.Body.Span), true),
                Fetched.Missing or Fetched.Failed { Status: >= 400 and < 500 and not 429 } or null => (RobotsFile.AllowsAll, true),
                Fetched.Failed failed => (null, failed.WaitUntil is null),
                _ => (null, true),
            };
            if (host.Robots is null)
                return fetched is Fetched.Failed { Error: LookFailures.Network or LookFailures.Slow or LookFailures.Wait or LookFailures.Forbidden } why
                    ? why
                    : new Fetched.Failed(LookFailures.Robots, (fetched as Fetched.Failed)?.Status);
            host.RobotsUntil = _time.GetUtcNow() + (reached ? RobotsKept : TimeSpan.Zero);
        }

        return host.Robots.Allows(address.PathAndQuery) ? null : new Fetched.Failed(LookFailures.Robots);
    }

    /// <returns>What was fetched; null with the next address for a redirect.</returns>
    private async Task<(Fetched? Fetched, Uri? Next)> Exchange(Host host, Uri address, FetchRequest request, CancellationToken cancellation)
    {
        await Pause(host, cancellation);
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.TryAddWithoutValidation("User-Agent", _agent);
        message.Headers.TryAddWithoutValidation("Accept", "*/*");
        if (request.ETag is not null) message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (request.LastModified is not null) message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        try
        {
            var response = await _http.Send(message, cancellation);
            return Read(host, address, request, response);
        }
        catch (RefusedAddressException)
        {
            return (new Fetched.Failed(LookFailures.Forbidden), null);
        }
        catch (TimeoutException)
        {
            return (new Fetched.Failed(LookFailures.Slow), null);
        }
        catch (Exception failure) when (failure is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }
            or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded })
        {
            return (new Fetched.Failed(LookFailures.Truncated), null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return (new Fetched.Failed(LookFailures.Network), null);
        }
        finally
        {
            host.LastRequest = _time.GetTimestamp();
        }
    }

    private (Fetched? Fetched, Uri? Next) Read(Host host, Uri address, FetchRequest request, OutboundResponse response)
    {
        var headers = new FetchedHeaders(
            Header(response, "ETag"), Header(response, "Last-Modified"), Header(response, "Content-Type"), response.Headers.Date)
        {
            IsMemento = response.Headers.Contains("Memento-Datetime"),
        };
        var status = (int)response.Status;
        switch (status)
        {
            case 200:
                if (!response.IsWhole || response.Body.Length > request.MostBytes) return (new Fetched.Failed(LookFailures.TooLarge, status), null);
                return Decoding.Decode(response.Body, response.ContentHeaders.ContentEncoding, request.MostBytes) is { } body
                    ? (new Fetched.Content(address, body, headers), null)
                    : (new Fetched.Failed(LookFailures.TooLarge, status), null);
            case 304:
                return (new Fetched.NotModified(headers), null);
            case 404 or 410:
                return (new Fetched.Missing(status, headers), null);
            case 301 or 302 or 303 or 307 or 308:
                return response.Headers.Location is { } location && Uri.TryCreate(address, location, out var next)
                    ? (null, next)
                    : (new Fetched.Failed(LookFailures.Redirect, status), null);
            case 429 or 503:
                host.NotBefore = WaitUntil(response);
                return (new Fetched.Failed(LookFailures.Wait, status, host.NotBefore), null);
            default:
                return (new Fetched.Failed(LookFailures.Status, status), null);
        }
    }

    private DateTimeOffset WaitUntil(OutboundResponse response)
    {
        var now = _time.GetUtcNow();
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => now + (delta < LongestWait ? delta : LongestWait),
            { Date: { } date } => date < now + LongestWait ? date : now + LongestWait,
            _ => now + UsualWait,
        };
        return asked;
    }

    private async Task Pause(Host host, CancellationToken cancellation)
    {
        if (host.LastRequest is not { } last) return;
        var rest = _options.Pause - _time.GetElapsedTime(last);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, _time, cancellation);
    }

    private static string? Header(OutboundResponse response, string name) =>
        (response.Headers.NonValidated.TryGetValues(name, out var values) || response.ContentHeaders.NonValidated.TryGetValues(name, out values))
        && values.ToString() is { Length: <= 500 } value
            ? value
            : null;

    private sealed class Host : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long? LastRequest { get; set; }

        public DateTimeOffset? NotBefore { get; set; }

        public RobotsFile? Robots { get; set; }

        public DateTimeOffset RobotsUntil { get; set; }

        public void Dispose() => Gate.Dispose();
    }
}
