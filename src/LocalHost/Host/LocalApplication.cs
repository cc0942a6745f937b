using LocalHost.Host.Blobs;
using LocalHost.Host.Http;
using LocalHost.Host.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LocalHost.Host;

/// <summary>Puts the host around the app's functions.</summary>
internal static class LocalApplication
{
    public static WebApplication Build(WebApplicationBuilder builder, MiddlewarePipeline pipeline, FunctionSource source)
    {
        AddServices(builder, pipeline, source);
        var app = builder.Build();
        app.UseRouting();
        app.Services.GetRequiredService<HttpFunctions>().Map(app);
        app.Services.GetRequiredService<AdminRoutes>().Map(app);
        app.MapFallback("/{**path}", (RequestDelegate)HostProblems.NotFound);
        Announce(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, MiddlewarePipeline pipeline, FunctionSource source)
    {
        var services = builder.Services;
        services.AddOptions<LocalHostOptions>().BindConfiguration(LocalHostOptions.Section).ValidateDataAnnotations()
            .Validate(local => ListeningAddress.IsOne(local.Host), ListeningAddress.Rule)
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(pipeline);
        services.AddSingleton(HostFile.Read(source.Folder));
        services.AddSingleton(FunctionCatalog.Of(source));
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<RunningFunctions>();
        services.AddSingleton<Keys>();
        var bodies = BodyLimit.Of(builder.Configuration);
        services.AddSingleton(bodies);
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<AdminRoutes>();
        services.AddSingleton<BlobListener>();
        services.AddSingleton<TimerListener>();
        services.AddSingleton<IManualRun>(provider => provider.GetRequiredService<BlobListener>());
        services.AddSingleton<IManualRun>(provider => provider.GetRequiredService<TimerListener>());
        services.AddHostedService(provider => provider.GetRequiredService<BlobListener>());
        services.AddHostedService(provider => provider.GetRequiredService<TimerListener>());
        services.AddHostedService(provider => provider.GetRequiredService<RunningFunctions>());
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<StandardInputWatch>(provider, (Func<Stream>)Console.OpenStandardInput));

        var options = builder.Configuration.GetSection(LocalHostOptions.Section).Get<LocalHostOptions>() ?? new LocalHostOptions();
        // Of the validated options: no number that isn't a time gets as far as here.
        services.AddOptions<HostOptions>().Configure<IOptions<LocalHostOptions>>(
            (host, local) => host.ShutdownTimeout = TimeSpan.FromSeconds(local.Value.StopSeconds));
        services.Configure<KestrelServerOptions>(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, bodies.Limit));
        builder.WebHost.UseUrls(ListeningAddress.Url(options));
        // The log of every request is the app's to keep; the host prints where it listens.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Azure", LogLevel.Warning);
    }

    private static void Announce(WebApplication app)
    {
        var functions = app.Services.GetRequiredService<FunctionCatalog>();
        var table = FunctionTable.Print(functions, app.Services.GetRequiredService<HostFile>(), app.Configuration);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.Out.WriteLine("Functions:");
            Console.Out.WriteLine(table);
            // Last: whoever started the app reads the address from it.
            foreach (var address in app.Urls) Console.Out.WriteLine($"Listening on {address}");
            Console.Out.Flush();
        });
    }
}
