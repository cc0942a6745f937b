using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Ingest;

/// <summary>Registers the readers of files, with the limits from the settings.</summary>
public static class ReadingSettings
{
    public const string Section = "Ledger:Reading";

    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddOptions<ReadingLimits>().BindConfiguration(Section).ValidateDataAnnotations().ValidateOnStart();

        // This limit also applies to uploads, and is set there.
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ReadingLimits>>().Value with
        {
            Bytes = provider.GetRequiredService<IOptions<LedgerStorageOptions>>().Value.LargestFile,
        });
        services.AddSingleton<JurisdictionRegister>();
        services.AddSingleton<NameResolver>();
        services.AddSingleton<ReportReader>();
        return services;
    }
}
