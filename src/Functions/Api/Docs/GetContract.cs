using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Docs;

/// <summary>The contract, <c>docs/openapi.json</c>.</summary>
public static class GetContract
{
    private static readonly Lazy<ApiResult> Json = new(() =>
    {
        using var contract = typeof(GetContract).Assembly.GetManifestResourceStream("openapi.json")!;
        using var bytes = new MemoryStream();
        contract.CopyTo(bytes);
        return new ApiResult(bytes.ToArray(), ResponseFormat.Json);
    });

    [Function("GetContract")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        Json.Value;
}
