using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LocalHost.Host.Http;

/// <summary>The host's own errors, before or beside any function.</summary>
internal static class HostProblems
{
    public static Task Unauthorized(HttpContext http) =>
        Write(http, StatusCodes.Status401Unauthorized, "unauthorized", "A key is needed", "Send the function key as the header x-functions-key or as ?code=.");

    public static Task Forbidden(HttpContext http) =>
        Write(http, StatusCodes.Status403Forbidden, "forbidden", "The master key is needed", "The function key opens functions alone.");

    // As the Functions host: a method that no function takes at this path is not found either.
    public static Task NotFound(HttpContext http) =>
        Write(http, StatusCodes.Status404NotFound, "not-found", "No such route", $"No function answers {http.Request.Method} {http.Request.Path}.");

    public static Task TooLarge(HttpContext http, long limit) =>
        Write(
            http, StatusCodes.Status413PayloadTooLarge, "too-large", "The body is too large",
            string.Create(CultureInfo.InvariantCulture, $"A body may have {limit:N0} bytes."));

    public static Task Failed(HttpContext http) =>
        Write(http, StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong here", "The function failed; this was logged.");

    public static Task Write(HttpContext http, int status, string code, string title, string detail)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var problem = new { type = "about:blank", title, status, detail, code };
        return JsonSerializer.SerializeAsync(http.Response.Body, problem, cancellationToken: http.RequestAborted);
    }
}
