using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Routes;

/// <summary>
/// Handles all requests that match no other function: <c>OPTIONS</c>, unsupported methods, and unknown paths.
/// </summary>
public static class Unrouted
{
    // The Functions host matches functions in the order of their names, regardless of their routes, so this name must sort last.
    [Function("Unrouted")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, string? path) =>
        RouteTable.MethodsOf(path) switch
        {
            [] => Problems.NoSuchRoute,
            var allowed when HttpMethods.IsOptions(request.Method) => new AllowedMethodsResult(allowed),
            var allowed => Problems.MethodNotAllowed(allowed),
        };
}
