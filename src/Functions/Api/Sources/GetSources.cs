using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.Watching;
using DetainerLedger.Watching.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Sources;

/// <summary>The watched sources, each with when it was last looked at, what it answered, and when it changed.</summary>
public sealed class GetSources(SourceList sources, ICaptureStore captures)
{
    [Function("GetSources")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sources")] HttpRequest request)
    {
        var query = new Query(request);
        var page = query.Page<SourcePosition>("sources", SourcePosition.TryParse);
        var format = query.Format(ResponseFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var all = SourceRow.Of(sources.Sources, await captures.ListSources(request.HttpContext.RequestAborted));
        var rest = page.After is { } after ? all.SkipWhile(row => row.Source != after.Source).Skip(1) : all;
        var (rows, next) = page.Cut(rest, row => row.Source);
        return ApiResult.List(format, new SourceRows(rows, next), ApiJson.Web.SourceRows, SourceRows.Table) with { CacheControl = Caching.Revalidated };
    }
}

/// <summary>The position after a source.</summary>
public readonly record struct SourcePosition(string Source)
{
    public static bool TryParse(string text, out SourcePosition position)
    {
        position = new SourcePosition(text);
        return text.Length > 0;
    }
}
