using DetainerLedger.Functions;
using DetainerLedger.Functions.Api;
using DetainerLedger.Functions.Watching;
using DetainerLedger.Functions.Web;
using DetainerLedger.Storage;
using DetainerLedger.Watching.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);

// Must come before all other middleware, which otherwise sees no HTTP request.
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ResponseHeaders>();
builder.UseMiddleware<ErrorPages>();
builder.UseMiddleware<FailureBoundary>();
builder.UseMiddleware<ResponseCacheMiddleware>();

builder.Services.Configure<KestrelServerOptions>(server =>
{
    // The Functions host limits the body, and uploads have their own limit. With the server's lower limit, a request that is
    // rejected before its body is read would become an empty 500.
    server.Limits.MaxRequestBodySize = null;
    server.AddServerHeader = false;
});

builder.AddTelemetry();
builder.Services.AddLedgerStorage(builder.Configuration);
builder.Services.AddApi();
builder.Services.AddSite();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLedger();
builder.Services.AddWatching();
builder.Services.AddSingleton<WatchLog>();

builder.Build().Run();
