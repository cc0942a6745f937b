using DetainerLedger.Functions;
using DetainerLedger.Functions.Api;
using DetainerLedger.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);

// Before any middleware: the other way round it would see no HTTP request.
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ResponseHeaders>();
builder.UseMiddleware<FailureBoundary>();
builder.UseMiddleware<ResponseCacheMiddleware>();

builder.Services.Configure<KestrelServerOptions>(server =>
{
    // The host in front bounds a body, and uploads have a limit of their own. With the server's, which is lower, a request that is
    // refused before its body is read would become an empty 500.
    server.Limits.MaxRequestBodySize = null;
    server.AddServerHeader = false;
});

builder.AddTelemetry();
builder.Services.AddLedgerStorage(builder.Configuration);
builder.Services.AddApi();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLedger();

builder.Build().Run();
