using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>The body of every error (RFC 9457). Clients distinguish errors by the code, which never changes; the texts may.</summary>
/// <param name="Detail">What is wrong and how to fix it. It never repeats text from the request.</param>
/// <param name="Parameter">The invalid query parameter, header or route parameter; null for any other error.</param>
public sealed record Problem(string Title, int Status, string Detail, string Code, string? Parameter = null) : IResult
{
    public const string MediaType = "application/problem+json";

    [JsonPropertyOrder(-1)]
    public string Type => $"urn:detainer-ledger:problem:{Code}";

    /// <summary>The methods allowed at the path, for 405.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Allow { get; init; } = [];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = Caching.None;
        if (Allow.Count > 0) response.Headers.Allow = string.Join(", ", Allow);
        if (httpContext.Features.Get<IProblemWriter>() is { } writer) return writer.Write(this, httpContext);

        response.ContentType = MediaType;
        var body = JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Web.Problem);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
