using System.Reflection;
using LocalHost.Host;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

public static class ConfigureFunctionsOpenTelemetry
{
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => builder
        // What the environment says comes last, and wins.
        .ConfigureResource(resource => resource
            .AddService(Assembly.GetEntryAssembly()?.GetName().Name ?? "unknown")
            .AddEnvironmentVariableDetector())
        .WithTracing(tracing => tracing.AddSource(InvocationSpan.Source));
}
