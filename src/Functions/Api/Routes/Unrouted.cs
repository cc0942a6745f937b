using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Routes;

/// <summary>
/// Handles all requests that match no other function: <c>OPTIONS</c>, unsupported methods, and unknown paths.
/// </summary>
/// <param name="page">The page for an unknown path outside the API; without one, the response is a problem as in the API.</param>
public sealed class Unrouted(INotFoundPage? page = null)
{
    // The Functions host matches functions in the order of their names, regardless of their routes, so this name must sort last.
    [Function("Unrouted")]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, string? path) =>
        RouteTable.MethodsOf(path) switch
        {
            [] when page is not null && !IsOfApi(path) && IsRead(request) => page.Of(request),
            [] => Task.FromResult<IResult>(Problems.NoSuchRoute),
            var allowed when HttpMethods.IsOptions(request.Method) => Task.FromResult<IResult>(new AllowedMethodsResult(allowed)),
            var allowed => Task.FromResult<IResult>(Problems.MethodNotAllowed(allowed)),
        };

    private static bool IsOfApi(string? path) =>
        path is not null && (path.Equals("api", StringComparison.OrdinalIgnoreCase) || path.StartsWith("api/", StringComparison.OrdinalIgnoreCase));

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}

/// <summary>The page for a path at which there is nothing.</summary>
public interface INotFoundPage
{
    /// <returns>A response with the status 404.</returns>
    Task<IResult> Of(HttpRequest request);
}
