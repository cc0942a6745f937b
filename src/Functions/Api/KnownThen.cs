using DetainerLedger.History;

namespace DetainerLedger.Functions.Api;

/// <summary>The ledger as it was known at the moment that a request asks for.</summary>
public static class KnownThen
{
    /// <param name="asOf">Null for now.</param>
    public static async Task<LedgerView> ReadView(this ILedger ledger, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var index = await ledger.ReadIndex(cancellation);
        return asOf is { } moment ? index.AsOf(moment) : index.Now;
    }

    /// <param name="week">Null for the latest.</param>
    public static Revision? InForce(this LedgerView view, DateOnly? week) => week is { } day ? view.Find(day) : view.Latest;
}
