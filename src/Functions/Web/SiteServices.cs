using DetainerLedger.Pages.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Functions.Web;

public static class SiteServices
{
    /// <summary>Registers the services and options of the pages.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PageRenderer>().AddSingleton<Site>().AddSingleton<ErrorPages>();
    }
}
