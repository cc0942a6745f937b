using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Routes;

/// <summary>
/// Whatever no other function takes: asks what may be done at a path, methods that it hasn't, and paths that there are not.
/// </summary>
public static class Unrouted
{
    // The Functions host looks through the functions in the order of their names, whatever their routes: this must be the last.
    [Function("Unrouted")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, string? path) =>
        RouteTable.MethodsOf(path) switch
        {
            [] => Problems.NoSuchRoute,
            var allowed when HttpMethods.IsOptions(request.Method) => new AllowedMethodsResult(allowed),
            var allowed => Problems.MethodNotAllowed(allowed),
        };
}
