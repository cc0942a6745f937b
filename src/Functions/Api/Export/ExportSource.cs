using System.Runtime.CompilerServices;
using System.Text;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>What is exported: the ledger as it is known at a moment.</summary>
/// <param name="AsOf">The moment that was asked for; null for now.</param>
public sealed record ExportSource(IReportReader Ledger, LedgerView View, DateTimeOffset? AsOf)
{
    /// <summary>When the ledger last learned something of it; null when it is empty.</summary>
    public DateTimeOffset? LastPublished => View.Weeks.Select(revision => revision.PublishedAt)
        .Concat(View.Notices.Select(notice => notice.PublishedAt))
        .Select(moment => (DateTimeOffset?)moment).Max();

    /// <summary>The revisions in force, the oldest week first: what comes later is added at the end.</summary>
    public IEnumerable<Revision> Weeks => View.Weeks.Reverse();

    /// <summary>Each week's report, read one at a time.</summary>
    public async IAsyncEnumerable<PublishedReport> Reports([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var revision in Weeks) yield return await Ledger.ReadReport(revision, cancellation);
    }

    /// <summary>Of all that the bytes of a file come from, since they are sent before all of them are known.</summary>
    public EntityTagHeaderValue TagOf(string file)
    {
        IEnumerable<object?> parts =
        [
            typeof(ExportSource).Module.ModuleVersionId,
            file,
            AsOf?.UtcTicks,
            .. Weeks.Select(revision => $"{revision.Reading}.{revision.Number}.{revision.ReleasedOn?.DayNumber}"),
            .. View.Notices.Select(notice => notice.ReportId),
        ];
        return EntityTags.Of(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
    }
}
