using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Reports;

/// <summary>Validates the body of an upload before any of it is stored.</summary>
public static class UploadValidator
{
    /// <param name="limit">In bytes.</param>
    /// <returns>Null when the body is acceptable. Nothing of it has been consumed.</returns>
    public static async Task<Problem?> Validate(HttpRequest request, long limit)
    {
        if (request.ContentLength > limit) return Problems.TooLarge(limit);
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true) return Problems.MultipartBody;

        var start = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
        var empty = start.Buffer.IsEmpty;
        request.BodyReader.AdvanceTo(start.Buffer.Start);
        return empty ? Problems.EmptyBody : null;
    }
}
