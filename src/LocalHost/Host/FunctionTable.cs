using System.Globalization;
using LocalHost.Host.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace LocalHost.Host;

/// <summary>The functions as they are printed at the start: what runs each.</summary>
internal static class FunctionTable
{
    public static string Print(FunctionCatalog functions, HostFile host, IConfiguration configuration)
    {
        var rows = functions.All.Select(function => (function.Name, Trigger: Describe(function, host, configuration))).ToList();
        var width = rows.Max(row => row.Name.Length);
        return string.Join(Environment.NewLine, rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"  {row.Name.PadRight(width)}  {row.Trigger}")));
    }

    private static string Describe(FunctionDescriptor function, HostFile host, IConfiguration configuration) => function.Trigger switch
    {
        HttpTriggerAttribute http =>
            $"{string.Join(",", HttpFunctions.Methods(http))} {HttpFunctions.Template(host, function, http)}{(Keys.NeedsKey(http.AuthLevel) ? "  (key)" : "")}",
        BlobTriggerAttribute blob => $"blob {configuration.Resolve(blob.BlobPath, function)}",
        TimerTriggerAttribute timer => $"timer {configuration.Resolve(timer.Schedule, function)}",
        var other => other.GetType().Name,
    };
}
