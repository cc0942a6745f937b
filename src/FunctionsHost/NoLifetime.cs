namespace FunctionsHost;

/// <summary>For the .NET hosts inside this process: <see cref="StopSignals"/> decides when all of them stop, and in which order.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
