using System.Diagnostics.CodeAnalysis;
using DetainerLedger.Functions.Api.Results;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Parameters;

/// <summary>The validated parameters of a list request.</summary>
/// <param name="Filter">The filter of the list.</param>
/// <param name="AsOf">The requested moment; null for now.</param>
public sealed record ListRequest<TFilter, TPosition>(TFilter Filter, DateTimeOffset? AsOf, PageRequest<TPosition> Page, ResponseFormat Format)
    where TPosition : struct;

public static class ListRequest
{
    /// <summary>Reads filters, <c>asOf</c>, the page and the format, in this order, or returns the first problem.</summary>
    /// <param name="list">Identifies the list: a cursor is valid for one list with one set of filters.</param>
    /// <param name="filter">Reads the filters.</param>
    /// <param name="formats">The available formats, preferred first; null for those of a list of the API.</param>
    public static bool TryRead<TFilter, TPosition>(
        HttpRequest request,
        string list,
        Query.TryParse<TPosition> position,
        Func<Query, TFilter> filter,
        [NotNullWhen(true)] out ListRequest<TFilter, TPosition>? read,
        [NotNullWhen(false)] out Problem? problem,
        IReadOnlyList<ResponseFormat>? formats = null)
        where TPosition : struct
    {
        var query = new Query(request);
        var (narrowed, asOf) = (filter(query), query.AsOf());
        var found = new ListRequest<TFilter, TPosition>(narrowed, asOf, query.Page(list, position), query.Format(formats ?? ResponseFormats.OfLists));
        problem = query.Problem;
        read = problem is null ? found : null;
        return problem is null;
    }
}
