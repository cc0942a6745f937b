using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Functions.Api;

/// <summary>Reports whether the app works: 200 when storage responds, within the time limit of usual probes.</summary>
public sealed partial class Health(IStorageProbe storage, TimeProvider time, ILogger<Health> log)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    [Function("GetHealth")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request)
    {
        var caller = request.HttpContext.RequestAborted;
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(caller, timeout.Token);
        try
        {
            await storage.Ping(either.Token);
            return ApiResult.Json(new HealthStatus("ok"), ApiJson.Web.HealthStatus) with { CacheControl = Caching.None };
        }
        // Whatever the cause, the probe gets 503 when storage does not respond.
        catch (Exception failure) when (!caller.IsCancellationRequested)
        {
            StorageDoesNotAnswer(failure);
            return Problems.StorageUnavailable;
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Error, Message = "Storage does not respond")]
    private partial void StorageDoesNotAnswer(Exception failure);
}

public sealed record HealthStatus(string Status);
