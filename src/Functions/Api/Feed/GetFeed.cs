using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using DetainerLedger.Places;
using DetainerLedger.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace DetainerLedger.Functions.Api.Feed;

/// <summary>The latest ledger events as a feed: weeks, revisions, corrections, and files that changed at their source, newest first.</summary>
public sealed class GetFeed(IIndexReader ledger, EventQueries events, JurisdictionRegister register, PublicLinks links)
{
    /// <summary>The number of newest events in the feed. A filter is applied to these only, which limits the number of reports that it reads.</summary>
    public const int Entries = 200;

    [Function("GetFeed")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/feed")] HttpRequest request)
    {
        var query = new Query(request);
        var asOf = query.AsOf();
        var state = query.State(register);
        var jurisdiction = query.Jurisdiction(register);
        if (query.Problem is { } problem) return problem;

        var cancellation = request.HttpContext.RequestAborted;
        var view = await ledger.ReadView(asOf, cancellation);
        if (await events.Newest(view, state, jurisdiction, Entries, cancellation) is not { } newest)
            return Problems.JurisdictionNotFound("jurisdiction");

        var title = $"Detainer Ledger{(jurisdiction ?? state) switch { null => "", var narrowed => $": {narrowed}" }}";
        var self = links.Self(request, "asOf", "state", "jurisdiction");
        var page = jurisdiction is not null ? $"/jurisdictions/{jurisdiction}" : state is not null ? $"/states/{state}" : "/";
        var entries = newest.Select(entry => FeedEntry.Of(entry, jurisdiction)).ToList();
        return new ApiResult(AtomFeed.Write(entries, title, self, page, path => links.To(request, path)), ResponseFormat.Atom)
        {
            StaleFor = view.StaleFor,
        };
    }
}
