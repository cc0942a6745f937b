using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace DetainerLedger.Functions;

/// <summary>
/// Exports traces, metrics and logs to an OTLP endpoint, to Application Insights, or to both. Without settings for either,
/// nothing is exported.
/// </summary>
public static class TelemetryExport
{
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Set when Application Insights accepts no key. Its value is for the Functions host; the app uses its own identity.</summary>
    public const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static IOpenTelemetryBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var endpoint = settings[OtlpEndpoint] is { Length: > 0 };
        var insights = settings[ApplicationInsights] is { Length: > 0 };
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Signals.Source))
            .WithMetrics(metrics => metrics.AddMeter(Signals.Source))
            // Scopes contain the invocation's id, which is also in the HTTP response.
            .WithLogging(configureBuilder: null, logs => (logs.IncludeFormattedMessage, logs.IncludeScopes) = (true, true));
        // This makes the host drop the app's logs, because the app exports them itself. Without an exporter they would be lost.
        if (endpoint || insights) telemetry.UseFunctionsWorkerDefaults();
        if (endpoint) telemetry.UseOtlpExporter();
        if (insights)
        {
            telemetry.UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = settings[ApplicationInsights];
                if (settings[Authentication] is { Length: > 0 }) monitor.Credential = new DefaultAzureCredential();
                // Spans are sampled under load. Logs are not, since alerts depend on single entries.
                monitor.EnableTraceBasedLogsSampler = false;
            });
        }

        return telemetry;
    }
}
