using System.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProbeApp;

if (Environment.GetEnvironmentVariable("PROBE_START") == "fail") throw new InvalidOperationException("The probe was asked to fail at its start.");

// With a file named, only the first start succeeds.
if (Environment.GetEnvironmentVariable("PROBE_START_ONCE") is { } mark)
{
    if (File.Exists(mark)) return 3;
    await File.WriteAllTextAsync(mark, "");
}

// A span is made where somebody listens.
ActivitySource.AddActivityListener(new ActivityListener
{
    ShouldListenTo = source => source.Name.StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal),
    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
});

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton<Journal>();
// Else the worker's own web server refuses what the host lets through.
builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
var app = builder.Build();
Console.WriteLine("probe: a line of the console");
await app.RunAsync();
return 0;
