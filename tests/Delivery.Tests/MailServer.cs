using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace DetainerLedger.Delivery.Tests;

/// <summary>A real SMTP server in this process, which fails on demand.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly Task _running;

    private MailServer(int port, Task running) => (Port, _running) = (port, running);

    public int Port { get; }

    public ConcurrentQueue<MimeMessage> Mails { get; } = new();

    /// <summary>Gets the mails instead of <see cref="Mails"/>, which keeps them all.</summary>
    public Action<MimeMessage>? Instead { get; set; }

    /// <summary>Mailboxes that don't exist: 550 at RCPT.</summary>
    public ConcurrentDictionary<string, bool> Unknown { get; } = new();

    /// <summary>The reply to the mail itself; null to accept it.</summary>
    public SmtpResponse? Refusal { get; set; }

    public static MailServer Start()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();

        MailServer? made = null;
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)new Store(() => made!));
        services.Add((IMailboxFilter)new Filter(() => made!));
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            // By default it ends each session after two minutes, also in the middle of a mail: the app then tries again later.
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).SessionTimeout(TimeSpan.FromHours(1))).Build();
        var stop = new CancellationTokenSource();
        made = new MailServer(port, new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token)) { Stop = stop };
        return made;
    }

    private CancellationTokenSource? Stop { get; init; }

    public async ValueTask DisposeAsync()
    {
        await Stop!.CancelAsync();
        try { await _running; }
        catch (OperationCanceledException) { }
        Stop.Dispose();
    }

    private sealed class Store(Func<MailServer> server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (server().Refusal is { } refusal) return refusal;
            using var stream = new MemoryStream(buffer.ToArray());
            (server().Instead ?? server().Mails.Enqueue)(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(Func<MailServer> server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(!server().Unknown.ContainsKey($"{to.User}@{to.Host}"));
    }
}
