using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProbeApp;

if (Environment.GetEnvironmentVariable("PROBE_START") == "fail") throw new InvalidOperationException("The probe was asked to fail at its start.");

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton<Journal>();
var app = builder.Build();
Console.WriteLine("probe: a line of the console");
await app.RunAsync();
