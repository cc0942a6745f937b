using DetainerLedger.Functions.Api.Answers;
using DetainerLedger.Functions.Api.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Digests;

/// <summary>Every digest that was composed: the newest week first, and of one week the newest revision.</summary>
public sealed class GetDigests(ILedger ledger)
{
    [Function("GetDigests")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "digests")] HttpRequest request)
    {
        var query = new Query(request);
        var page = query.Page<DigestPosition>("digests", DigestPosition.TryParse);
        var format = query.Format(AnswerFormats.OfLists);
        if (query.Problem is { } problem) return problem;

        var all = await ledger.ListDigests(request.HttpContext.RequestAborted);
        var (rows, next) = page.Cut(
            all.OrderDescending(DigestPosition.Order).Where(digest => page.After is not { } after || after.Precedes(digest)),
            digest => DigestPosition.Of(digest).ToString());
        return Answer.List(format, new DigestList(rows, next), ApiJson.Answers.DigestList, DigestList.Table);
    }
}
