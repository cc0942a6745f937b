using DetainerLedger.Functions.Api.Corrections;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Pages.Corrections;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Web;

/// <summary>Every correction, with an id to link to.</summary>
public sealed class ShowCorrections(IIndexReader ledger, Site site)
{
    [Function("ShowCorrections")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "corrections")] HttpRequest request)
    {
        if (!ListRequest.TryRead<NoFilter, CorrectionPosition>(
            request, "corrections", CorrectionPosition.TryParse, NoFilter.Read, out var asked, out var problem, ResponseFormats.HtmlOnly)) return problem;

        var view = await ledger.ReadView(asked.AsOf, request.HttpContext.RequestAborted);
        var (rows, next) = asked.Page.Cut(CorrectionPosition.Rest(CorrectionEntry.KnownIn(view), asked.Page.After), correction => correction.Id);
        return await site.Page<CorrectionsPage, CorrectionsModel>(request, asked.AsOf, view, new CorrectionsModel(rows, next));
    }
}
