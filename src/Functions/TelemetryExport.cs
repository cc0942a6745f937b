using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace DetainerLedger.Functions;

/// <summary>
/// Sends traces, metrics and logs to an OTLP endpoint, to Application Insights, to both, or, as long as no setting names
/// either, nowhere.
/// </summary>
public static class TelemetryExport
{
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Set when Application Insights takes no key. What it says is for the Functions host; the app has its own identity.</summary>
    public const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static IOpenTelemetryBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var endpoint = settings[OtlpEndpoint] is { Length: > 0 };
        var insights = settings[ApplicationInsights] is { Length: > 0 };
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Signals.Source))
            .WithMetrics(metrics => metrics.AddMeter(Signals.Source))
            // Scopes hold the invocation's id, which an HTTP answer names too.
            .WithLogging(configureBuilder: null, logs => (logs.IncludeFormattedMessage, logs.IncludeScopes) = (true, true));
        // This tells the host that the app sends its own logs, whereupon the host drops them: without a receiver nobody would see them.
        if (endpoint || insights) telemetry.UseFunctionsWorkerDefaults();
        if (endpoint) telemetry.UseOtlpExporter();
        if (insights)
        {
            telemetry.UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = settings[ApplicationInsights];
                if (settings[Authentication] is { Length: > 0 }) monitor.Credential = new DefaultAzureCredential();
                // Spans are sampled when there are many. Logs are not: an alert waits for single lines.
                monitor.EnableTraceBasedLogsSampler = false;
            });
        }

        return telemetry;
    }
}
