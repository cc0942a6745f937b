using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>All facts of one kind, as CSV.</summary>
public sealed class GetTable(IReportReader ledger)
{
    [Function("GetTable")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/export/{table}.csv")] HttpRequest request,
        string table)
    {
        var query = new Query(request);
        var asOf = query.AsOf();
        if (query.Problem is { } problem) return problem;
        if (ExportTables.Find(table) is not { } asked) return Problems.ExportNotFound;

        var source = new ExportSource(ledger, await ledger.ReadView(asOf, request.HttpContext.RequestAborted), asOf);
        return new ExportResult(source, asked.FileName, ResponseFormat.Csv.ContentType(), (body, stop) => asked.Write(source, body, stop));
    }
}
