using DetainerLedger.Digests;
using DetainerLedger.Functions;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

var builder = FunctionsApplication.CreateBuilder(args);

// Before any middleware: the other way round it would see no HTTP request.
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<FailureBoundary>();

builder.Services.AddLedgerStorage(builder.Configuration);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<JurisdictionRegister>();
builder.Services.AddSingleton<NameResolver>();
builder.Services.AddSingleton(services => new ReadingLimits { Bytes = services.GetRequiredService<IOptions<LedgerStorageOptions>>().Value.LargestFile });
builder.Services.AddSingleton<ReportReader>();
builder.Services.AddSingleton<ReportIngestor>();
builder.Services.AddSingleton<WeeklyDigest>();

builder.Build().Run();
