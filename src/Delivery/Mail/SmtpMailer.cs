using System.Net.Sockets;
using DetainerLedger.Subscriptions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DetainerLedger.Delivery.Mail;

/// <summary>Sends mails over SMTP, over a few connections that are kept open for the next mail.</summary>
public sealed class SmtpMailer(IOptions<MailOptions> options) : IMailer, IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _free = new(options.Value.Connections);
    private readonly Stack<SmtpClient> _idle = new();

    public bool IsOn => true;

    public async Task<SendOutcome> Send(MimeMessage message, DeliveryId id, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        SmtpClient? client = null;
        try
        {
            client = await Connected(cancellation);
            await client.SendAsync(message, cancellation);
            Return(client);
            client = null;
            return new SendOutcome(SendResult.Sent);
        }
        catch (SmtpCommandException refused)
        {
            return MailRefusal.Outcome(refused);
        }
        catch (AuthenticationException)
        {
            return new SendOutcome(SendResult.Retry, Error: "mail-authentication");
        }
        catch (SslHandshakeException)
        {
            return new SendOutcome(SendResult.Retry, Error: "mail-tls");
        }
        catch (Exception failure) when (failure is ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or IOException or SocketException or TimeoutException or NotSupportedException)
        {
            return new SendOutcome(SendResult.Retry, Error: failure is TimeoutException ? "mail-timeout" : "mail-connection-failed");
        }
        finally
        {
            client?.Dispose();
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var client)) client.Dispose();
        _free.Dispose();
    }

    private async Task<SmtpClient> Connected(CancellationToken cancellation)
    {
        while (Idle() is { } kept)
        {
            // The server may have closed it. That is noticed before the mail is sent, and not in the middle.
            try
            {
                await kept.NoOpAsync(cancellation);
                return kept;
            }
            catch (Exception failure) when (failure is ProtocolException or CommandException or ServiceNotConnectedException or IOException or SocketException)
            {
                kept.Dispose();
            }
        }

        var settings = options.Value;
        var client = new SmtpClient { Timeout = (int)Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security(settings.Security), cancellation);
            if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, cancellation);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private SmtpClient? Idle()
    {
        lock (_idle) return _idle.TryPop(out var client) ? client : null;
    }

    private void Return(SmtpClient client)
    {
        lock (_idle) _idle.Push(client);
    }

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
