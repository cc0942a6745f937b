using DetainerLedger.Outbound;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Watching.Http;

public static class WatchServices
{
    /// <summary>Registers the watching of sources and its options. The stores are those of the ledger's storage.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services)
    {
        services.AddOptions<WatchOptions>()
            .BindConfiguration(WatchOptions.Section)
            .PostConfigure<IConfiguration>((options, configuration) => options.Items =
            [
                .. configuration.GetSection(WatchOptions.Section).GetChildren()
                    .Where(child => int.TryParse(child.Key, out _))
                    .Select(child => child.Get<SourceSetting>() ?? new SourceSetting()),
            ])
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<WatchOptions>, WatchValidation>();
        services.AddSingleton<SourceList>();
        services.AddSingleton<PoliteClient>();
        services.AddSingleton<Watcher>();
        services.AddSingleton<Backfill>();
        return services;
    }

    internal static OutboundPolicy Policy(WatchOptions options, int mostBytes) => new()
    {
        AllowHttp = options.AllowHttp,
        AllowLocal = options.AllowLocal,
        MostBytes = mostBytes,
        Timeout = options.Timeout,
    };
}
