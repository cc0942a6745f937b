using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalHost.Host;

/// <summary>Stops the app when its standard input ends, if the options ask for it.</summary>
internal sealed class StandardInputWatch(Func<Stream> open, IOptions<LocalHostOptions> options, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A thread of its own: reading the console's input can't be cancelled.
        if (options.Value.StopWithStandardInput) new Thread(Watch) { IsBackground = true, Name = nameof(StandardInputWatch) }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Watch()
    {
        using var input = open();
        Span<byte> ignored = stackalloc byte[256];
        try
        {
            while (input.Read(ignored) > 0) { }
        }
        catch (IOException)
        {
            // A terminal that was closed fails to be read, rather than to end.
        }

        lifetime.StopApplication();
    }
}
