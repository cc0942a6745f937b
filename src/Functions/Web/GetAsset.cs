using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Pages.Assets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>The style sheet, the scripts and the icon of the pages. Their names change with their content.</summary>
public static class GetAsset
{
    [Function("GetAsset")]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request,
        string name) =>
        SiteAssets.Find(name) is { } asset
            ? new ApiResult(asset.Content, Format(asset)) { CacheControl = Caching.Immutable, Vary = "" }
            : Problems.NoSuchRoute;

    private static ResponseFormat Format(Asset asset) => asset.MediaType switch
    {
        "text/css" => ResponseFormat.Css,
        "text/javascript" => ResponseFormat.Script,
        "image/svg+xml" => ResponseFormat.Svg,
        var other => throw new InvalidOperationException($"{asset.Name} has the media type {other}, which is no response format."),
    };
}
