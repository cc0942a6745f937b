using System.Runtime.CompilerServices;
using System.Text;
using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;
using Microsoft.Net.Http.Headers;

namespace DetainerLedger.Functions.Api.Export;

/// <summary>The source of an export: the ledger as of a moment.</summary>
/// <param name="AsOf">The requested moment; null for now.</param>
public sealed record ExportSource(IReportReader Ledger, LedgerView View, DateTimeOffset? AsOf)
{
    /// <summary>When the newest part of it was published in the ledger; null when it is empty.</summary>
    public DateTimeOffset? LastPublished => View.Weeks.Select(revision => revision.PublishedAt)
        .Concat(View.Notices.Select(notice => notice.PublishedAt))
        .Concat(View.Questions.All.Select(question => question.Withdrawn?.RecordedAt ?? question.RecordedAt))
        .Select(moment => (DateTimeOffset?)moment).Max();

    /// <summary>The revisions in force, oldest week first, so that new weeks are appended.</summary>
    public IEnumerable<Revision> Weeks => View.Weeks.Reverse();

    /// <summary>Each week's report, read one at a time.</summary>
    public async IAsyncEnumerable<PublishedReport> Reports([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var revision in Weeks) yield return await Ledger.ReadReport(revision, cancellation);
    }

    /// <summary>A hash of everything that determines the bytes of a file. The tag is sent before the bytes are known.</summary>
    public EntityTagHeaderValue TagOf(string file)
    {
        IEnumerable<object?> parts =
        [
            typeof(ExportSource).Module.ModuleVersionId,
            file,
            AsOf?.UtcTicks,
            .. Weeks.Select(revision => $"{revision.Reading}.{revision.Number}.{revision.ReleasedOn?.DayNumber}"),
            .. View.Notices.Select(notice => notice.ReportId),
            .. View.Questions.All.Select(question => $"{question.Id}.{question.Withdrawn is null}"),
        ];
        return EntityTags.Of(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
    }
}
