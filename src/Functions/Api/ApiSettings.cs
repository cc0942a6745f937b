using DetainerLedger.Functions.Api.Results;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Functions.Api;

/// <summary>Registers the services and options of the API.</summary>
public static class ApiSettings
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PublicLinks>().AddSingleton<ResponseCache>();
    }
}
