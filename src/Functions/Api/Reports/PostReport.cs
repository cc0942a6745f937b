using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Ingest;
using DetainerLedger.Parsing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Reports;

/// <summary>Accepts a file as if it had been dropped into the container. It is read afterwards; the response links to its status.</summary>
public sealed class PostReport(IArrivalStore arrivals, IFileArchive archive, ReadingLimits limits, TimeProvider time)
{
    [Function("PostReport")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/reports")] HttpRequest request)
    {
        var query = new Query(request);
        var name = query.FileName();
        var releasedOn = query.ReleasedOn(time);
        if ((query.Problem ?? await UploadValidator.Validate(request, limits.Bytes)) is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        try
        {
            var dropped = await archive.Drop(name, releasedOn, request.BodyReader.AsStream(), cancellation);
            var arrival = await arrivals.Receive(dropped, cancellation);
            return ApiResult.Json(ReportEntry.Of(arrival), ApiJson.Web.ReportEntry) with
            {
                Status = StatusCodes.Status202Accepted,
                Location = $"/api/reports/{arrival.Id}",
                CacheControl = Caching.None,
            };
        }
        catch (FileTooLargeException tooLarge)
        {
            return Problems.TooLarge(tooLarge.Limit);
        }
    }
}
