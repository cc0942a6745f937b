using DetainerLedger.Digests;
using DetainerLedger.Functions.Ingest;
using DetainerLedger.Ingest;
using DetainerLedger.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Functions;

public static class LedgerServices
{
    /// <summary>Registers the services that use the ledger's storage: ingestion, rereading, digests, and queries.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddReading();
        services.AddSingleton<ReportIngestor>();
        services.AddSingleton<IntakeLog>();
        services.AddSingleton<Rereader>();
        services.AddSingleton<WeeklyDigest>();
        services.AddSingleton<WeekQueries>().AddSingleton<TrendQueries>();
        services.AddSingleton<JurisdictionQueries>();
        services.AddSingleton<PlaceQueries>();
        services.AddSingleton<AgencyQueries>();
        services.AddSingleton<PlaceStories>();
        services.AddSingleton<EventQueries>();
        services.AddSingleton<DigestQueries>();
        return services;
    }
}
