using System.Buffers;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Parsing.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Weeks;

/// <summary>The complete report of a week as JSON, in the format that the ledger reads.</summary>
public sealed class GetWeekReport(IReportReader ledger)
{
    [Function("GetWeekReport")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/weeks/{week}/report")] HttpRequest request,
        string week)
    {
        if (!ResourceRequest.TryRead(request, ResponseFormats.JsonOnly, query => query.Week(week), out var asked, out var problem)) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asked.AsOf, cancellation);
        if (view.InForce(asked.Target) is not { } revision) return Problems.WeekNotFound;

        var published = await ledger.ReadReport(revision, cancellation);
        var json = new ArrayBufferWriter<byte>();
        ReportJson.Write(published.Report, [.. view.Questions.Open(revision).Select(question => question.ToEntry())], json);
        return new ApiResult(json.WrittenMemory, ResponseFormat.Json).Of(view);
    }
}
