using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.History;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>All tables, as a Frictionless Data Package in a zip file.</summary>
public sealed class GetDataPackage(IReportReader ledger)
{
    [Function("GetDataPackage")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/export/datapackage.zip")] HttpRequest request)
    {
        var query = new Query(request);
        var asOf = query.AsOf();
        if (query.Problem is { } problem) return problem;

        var source = new ExportSource(ledger, await ledger.ReadView(asOf, request.HttpContext.RequestAborted), asOf);
        return new ExportResult(source, "datapackage.zip", "application/zip", (body, stop) => DataPackage.Write(source, body, stop));
    }
}
