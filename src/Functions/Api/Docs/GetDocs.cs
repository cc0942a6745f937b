using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Docs;

/// <summary>The API reference page and its script.</summary>
public static class GetDocs
{
    [Function("GetDocs")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/docs")] HttpRequest request) =>
        DocsPage.Page;

    [Function("GetDocsScript")]
    public static IResult RunForScript(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/docs/scalar.js")] HttpRequest request) =>
        DocsScript.Instance;
}
