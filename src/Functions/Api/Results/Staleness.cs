using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Api.Results;

/// <summary>Marks a response that was generated from memory while storage didn't respond.</summary>
public static class Staleness
{
    public const string Header = "X-Ledger-Stale";

    /// <param name="staleFor">The time since the ledger was last known to be as the response says; null if it is.</param>
    public static void Mark(IHeaderDictionary headers, TimeSpan? staleFor)
    {
        if (staleFor is not { } age) return;
        headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        headers[Header] = "true";
    }
}
