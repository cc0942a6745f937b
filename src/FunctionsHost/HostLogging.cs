using Microsoft.Extensions.Logging.Console;

namespace FunctionsHost;

/// <summary>One line for each entry on standard output, for the web server, the triggers and the worker alike.</summary>
internal static class HostLogging
{
    public static void Configure(ILoggingBuilder logging, HostJson hostJson)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.SetMinimumLevel(LogLevel.Information);
        // Libraries log only warnings and errors. Azure.Core warns of each 404 and 409, which are expected results here.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Error);
        logging.AddFilter("Grpc", LogLevel.Warning);
        // A caller that disconnects and a worker that ends are logged in this host's own messages.
        logging.AddFilter("Yarp", LogLevel.Error);
        logging.AddConfiguration(hostJson.Logging);
    }
}
