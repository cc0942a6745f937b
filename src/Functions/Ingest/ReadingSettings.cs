using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Ingest;

/// <summary>Puts the reading of files into the app, with the limits that its settings give.</summary>
public static class ReadingSettings
{
    public const string Section = "Ledger:Reading";

    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddOptions<ReadingLimits>().BindConfiguration(Section).ValidateDataAnnotations().ValidateOnStart();

        // Also a limit of what is uploaded, and set there.
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
