using LocalHost.Host;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalHost.Tests;

/// <summary>An app of some functions, served on a port of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string Key = "the key";

    private readonly IHost _host;
    private readonly string _folder;
    private bool _stopped;

    private TestHost(IHost host, string folder) => (_host, _folder) = (host, folder);

    public HttpClient Http { get; private set; } = new();

    /// <param name="functions">The classes that have them.</param>
    /// <param name="settings">Beside a key and a free port.</param>
    public static async Task<TestHost> Start(
        IEnumerable<Type> functions,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<FunctionsApplicationBuilder>? configure = null,
        string? hostJson = """{ "version": "2.0" }""")
    {
        var folder = Directory.CreateTempSubdirectory("localhost-").FullName;
        if (hostJson is not null) await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), hostJson);
        var builder = new FunctionsApplicationBuilder([], new FunctionSource([.. functions], folder));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["LocalHost:Port"] = "0", ["LocalHost:Key"] = Key, ["LocalHost:BlobPollSeconds"] = "0.1" });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        if (configure is null) builder.ConfigureFunctionsWebApplication();
        else configure(builder);

        var host = new TestHost(builder.Build(), folder);
        try
        {
            await host._host.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        var address = host._host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.Single();
        host.Http = new HttpClient { BaseAddress = new Uri(address) };
        return host;
    }

    public async Task Stop()
    {
        _stopped = true;
        await _host.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopped) await Stop();
        Http.Dispose();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
