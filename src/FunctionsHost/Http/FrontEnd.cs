using System.Globalization;
using FunctionsHost.Rpc;
using FunctionsHost.Triggers;
using FunctionsHost.Worker;

namespace FunctionsHost.Http;

/// <summary>The web server for callers.</summary>
internal sealed class FrontEnd : IAsyncDisposable
{
    // The real host's limit. The worker's own web server has another limit, of 30,000,000 bytes unless the app removes it.
    private const long BodyLimit = 104_857_600;

    private readonly WebApplication _app;

    private FrontEnd(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Everything except the port is ready: see <see cref="Listen"/>.</summary>
    /// <exception cref="StartException">A route or a key is invalid.</exception>
    public static FrontEnd Create(
        LaunchOptions options,
        HostJson hostJson,
        IReadOnlyList<FunctionMetadata> functions,
        DisabledFunctions disabled,
        WorkerSupervisor workers,
        TriggerHost triggers,
        IConfiguration environment,
        TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        HostLogging.Configure(builder.Logging, hostJson);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var isSet = long.TryParse(environment["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit);
            kestrel.Limits.MaxRequestBodySize = isSet ? limit : BodyLimit;
            if (options.Address is { } address) kestrel.Listen(address, options.Port);
            else kestrel.ListenLocalhost(options.Port);
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddRouting();
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(hostJson);
        builder.Services.AddSingleton(workers);
        builder.Services.AddSingleton<RequestForwarder>();

        var keys = new FunctionKeys(environment);
        keys.Check(functions);
        var isHomepageDisabled = string.Equals(environment["AzureWebJobsDisableHomepage"], "true", StringComparison.OrdinalIgnoreCase);

        var app = builder.Build();
        new AdminRoutes(options, hostJson, keys, disabled, triggers, functions, time).Map(app);
        app.UseRouting();
        // A function without a route prefix may match every path. As on Azure, it never gets the host's own.
        app.UseWhen(
            context => !IsReserved(context.Request.Path),
            own => own.UseRouter(new FunctionRoutes(keys, disabled, app.Services.GetRequiredService<RequestForwarder>()).Build(own, functions, hostJson.RoutePrefix)));
        app.UseEndpoints(_ => { });
        app.Run(context => Homepage.Answer(context, isHomepageDisabled));
        return new FrontEnd(app);
    }

    private static bool IsReserved(PathString path) => path.StartsWithSegments("/admin") || path.StartsWithSegments("/runtime");

    /// <exception cref="StartException">The port is in use.</exception>
    public async Task Listen(CancellationToken cancellation)
    {
        try
        {
            await _app.StartAsync(cancellation);
        }
        catch (IOException failure)
        {
            throw new StartException($"The port can't be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Accepts no new requests and waits for those that are running; after the limit they are aborted.</summary>
    public async Task Drain(TimeSpan limit)
    {
        using var cutOff = new CancellationTokenSource(limit);
        await _app.StopAsync(cutOff.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
