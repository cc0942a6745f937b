using DetainerLedger.Functions.Api.Results;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Functions.Api;

/// <summary>Puts what the API needs of its own into the app.</summary>
public static class ApiSettings
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PublicLinks>().AddSingleton<ResponseCache>();
    }
}
