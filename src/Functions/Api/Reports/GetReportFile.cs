using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Ingest;
using DetainerLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Reports;

/// <summary>The original file of an arrival.</summary>
public sealed class GetReportFile(IArrivalStore arrivals, IFileArchive archive)
{
    [Function("GetReportFile")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reports/{id}/file")] HttpRequest request,
        string id)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (!ArrivalId.TryParse(id, out var report)) return Problems.ReportNotFound;
        if (await arrivals.FindArrival(report, cancellation) is not { } arrival) return Problems.ReportNotFound;
        return await archive.Open(arrival, cancellation) is { } content ? new ArchivedFileResult(arrival, content) : Problems.FileNotFound;
    }
}
