using DetainerLedger.Delivery;
using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Functions.Api;
using DetainerLedger.Pages.Layout;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Functions.Web;

public static class SiteServices
{
    /// <summary>Registers the services and options of the pages.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(Settings).AddSingleton<PageRenderer>().AddSingleton<Site>().AddSingleton<ErrorPages>();
    }

    private static SiteSettings Settings(IServiceProvider services) => new(
        services.GetRequiredService<IOptions<ApiOptions>>().Value.PublicUrl,
        services.GetRequiredService<IOptions<SiteOptions>>().Value.MisreadingsTo is { Length: > 0 } address ? address : null,
        services.GetRequiredService<Follows>().AreOn,
        services.GetRequiredService<IOptions<DeliveryOptions>>().Value.KeepDays);
}
