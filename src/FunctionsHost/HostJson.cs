using Microsoft.Extensions.Configuration.Memory;

namespace FunctionsHost;

/// <summary>The app's host.json. As on Azure, a setting <c>AzureFunctionsJobHost__path__to__value</c> overrides a value in it.</summary>
internal sealed class HostJson
{
    private readonly IConfigurationRoot _settings;

    private HostJson(IConfigurationRoot settings) => _settings = settings;

    public string RoutePrefix => _settings["extensions:http:routePrefix"] ?? "api";

    public TimeSpan? FunctionTimeout { get; private init; }

    /// <summary>Log levels by category, in the form that .NET's logging reads.</summary>
    public IConfigurationSection Logging => _settings.GetSection("logging");

    /// <summary>The whole file, under the section where the WebJobs SDK looks for its options.</summary>
    public IConfigurationSource ForWebJobs() => new MemoryConfigurationSource
    {
        InitialData = _settings.AsEnumerable().Select(setting => KeyValuePair.Create($"AzureWebJobs:{setting.Key}", setting.Value)),
    };

    /// <exception cref="StartException">The file is missing or can't be read.</exception>
    public static HostJson Read(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path)) throw new StartException($"There is no host.json in {folder}: is it the folder of a Functions app?");
        try
        {
            var settings = new ConfigurationBuilder().AddJsonFile(path).AddEnvironmentVariables("AzureFunctionsJobHost__").Build();
            // In Azure, -1 means no limit.
            TimeSpan? timeout = settings["functionTimeout"] is null or "-1" or "-00:00:00.0010000" ? null : settings.GetValue<TimeSpan>("functionTimeout");
            if (timeout <= TimeSpan.Zero) throw new StartException($"functionTimeout in {path} must be positive, or -1 for none.");
            return new HostJson(settings) { FunctionTimeout = timeout };
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException or FormatException)
        {
            throw new StartException($"{path} can't be read: {StartException.Explain(failure)}", failure);
        }
    }
}
