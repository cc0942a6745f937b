using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DetainerLedger.Functions.Tests.Telemetry;

/// <summary>What is sent where. That it arrives is for the acceptance tests.</summary>
public sealed class TelemetryExportTests
{
    private const string Insights = "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://localhost/";

    [Theory]
    [InlineData(null, null, false, false)]
    [InlineData("", "", false, false)]
    [InlineData("http://localhost:4317", null, true, false)]
    [InlineData(null, Insights, false, true)]
    [InlineData("http://localhost:4317", Insights, true, true)]
    public void Nothing_is_sent_but_to_what_a_setting_names(string? endpoint, string? insights, bool toEndpoint, bool toInsights)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [TelemetryExport.OtlpEndpoint] = endpoint,
            [TelemetryExport.ApplicationInsights] = insights,
        });

        builder.AddTelemetry();

        var registered = builder.Services.Select(service => $"{service.ServiceType} {service.ImplementationType} {service.ImplementationInstance}").ToList();
        Assert.Equal(toEndpoint, registered.Exists(service => service.Contains("UseOtlpExporterRegistration", StringComparison.Ordinal)));
        Assert.Equal(toInsights, registered.Exists(service => service.Contains("Azure.Monitor.OpenTelemetry.Exporter", StringComparison.Ordinal)));
        using var app = builder.Build();
        Assert.NotNull(app.Services.GetService<TracerProvider>());
        Assert.NotNull(app.Services.GetService<MeterProvider>());
    }
}
