using DetainerLedger.Delivery;
using DetainerLedger.Functions.Api;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Delivery;

public static class DeliverySettings
{
    // Set by Azure: the default host name of the app.
    private const string HostName = "WEBSITE_HOSTNAME";

    /// <summary>Registers delivery, whose links begin with the first of these that is set: its own setting, that of the API, the app's name on Azure.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services)
    {
        services.AddDelivery();
        services.AddSingleton(provider => new SiteLinks(Base(
            provider.GetRequiredService<IOptions<DeliveryOptions>>().Value,
            provider.GetRequiredService<IOptions<ApiOptions>>().Value,
            provider.GetRequiredService<IConfiguration>()[HostName])));
        services.AddSingleton<DispatchRequests>();
        services.AddOptions<DeliveryOptions>().Validate<IOptions<ApiOptions>, IConfiguration>(
            (delivery, api, configuration) => delivery.Key.Length == 0 || Base(delivery, api.Value, configuration[HostName]).Length > 0,
            "Delivery__PublicUrl or Api__PublicUrl must be set when Delivery__Key is: mails and webhooks contain links.");
        return services;
    }

    private static string Base(DeliveryOptions delivery, ApiOptions api, string? hostName) =>
        delivery.PublicUrl is { Length: > 0 } own ? own
        : api.PublicUrl is { Length: > 0 } shared ? shared
        : hostName is { Length: > 0 } ? $"https://{hostName}" : "";
}
