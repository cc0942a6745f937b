using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OneMachine;

/// <summary>
/// Stands between an app and the storage emulator, so that storage can be taken away and given back at the same address. It listens on
/// this machine only, and forwards to nothing else.
/// </summary>
public sealed class StorageProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<TcpListener> _listeners = [];
    private readonly List<Task> _loops = [];
    private readonly ConcurrentDictionary<TcpClient, byte> _connections = new();
    private volatile Outage _outage;

    private StorageProxy(string connectionString) => ConnectionString = connectionString;

    public enum Outage
    {
        /// <summary>Storage responds.</summary>
        None,

        /// <summary>Connections are reset.</summary>
        Reset,

        /// <summary>Connections are accepted, and nothing is answered.</summary>
        Hang,
    }

    /// <summary>The connection string for the app.</summary>
    public string ConnectionString { get; private set; }

    /// <param name="connectionString">That of the emulator.</param>
    public static StorageProxy Start(string connectionString)
    {
        var proxy = new StorageProxy(connectionString);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Contains("Endpoint=http", StringComparison.Ordinal)))
        {
            var target = new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            proxy._listeners.Add(listener);
            proxy._loops.Add(proxy.Accept(listener, target));
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            proxy.ConnectionString = proxy.ConnectionString.Replace($"{target.Host}:{target.Port}/", $"{target.Host}:{port}/", StringComparison.Ordinal);
        }

        return proxy;
    }

    /// <summary>Storage is away from now on. Open connections end as well.</summary>
    public void TakeAway(Outage outage)
    {
        _outage = outage;
        if (outage == Outage.Reset) CloseAll();
    }

    /// <summary>Storage responds again.</summary>
    public void GiveBack()
    {
        _outage = Outage.None;
        // Those that hang never get an answer.
        CloseAll();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var listener in _listeners) listener.Dispose();
        CloseAll();
        await Task.WhenAll(_loops);
        _stop.Dispose();
    }

    private async Task Accept(TcpListener listener, Uri target)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(_stop.Token);
                _ = Serve(client, target);
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The listener was closed, or the client has left already.
            }
        }
    }

    private async Task Serve(TcpClient client, Uri target)
    {
        using var server = new TcpClient { NoDelay = true };
        _connections.TryAdd(client, 0);
        _connections.TryAdd(server, 0);
        try
        {
            if (_outage == Outage.Reset) return;
            client.NoDelay = true;
            await server.ConnectAsync(target.Host, target.Port, _stop.Token);
            await Task.WhenAny(Pump(client, server), Pump(server, client));
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Either side has closed its connection.
        }
        finally
        {
            Reset(client);
            _connections.TryRemove(client, out _);
            _connections.TryRemove(server, out _);
            client.Dispose();
        }
    }

    private async Task Pump(TcpClient from, TcpClient to)
    {
        var buffer = new byte[64 * 1024];
        var (input, output) = (from.GetStream(), to.GetStream());
        while (await input.ReadAsync(buffer, _stop.Token) is var read && read > 0)
        {
            // What arrives during an outage is lost.
            if (_outage != Outage.None) await Task.Delay(Timeout.Infinite, _stop.Token);
            await output.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }

    private void CloseAll()
    {
        foreach (var connection in _connections.Keys)
        {
            Reset(connection);
            connection.Dispose();
        }
    }

    private static void Reset(TcpClient connection)
    {
        try
        {
            connection.LingerState = new LingerOption(true, 0);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or NullReferenceException)
        {
            // It is closed already.
        }
    }
}
