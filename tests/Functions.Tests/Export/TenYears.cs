using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Tests.Export;

/// <summary>A ledger of 520 weeks with 200 declines each, made up when they are read.</summary>
public sealed class TenYears : IReportReader
{
    public const int Weeks = 520;
    public const int DeclinesOfAWeek = 200;

    private readonly LedgerIndex _index = new(
        Enumerable.Range(0, Weeks).Select(week => (IReadOnlyList<Revision>)[Facts.Revision(Facts.Week.AddDays(7 * week))]), [], "v");

    /// <summary>How many reports were read.</summary>
    public int Read { get; private set; }

    public LedgerView View => _index.Now;

    public Task<LedgerIndex> ReadIndex(CancellationToken cancellation) => Task.FromResult(_index);

    public Task<PublishedReport> ReadReport(Revision revision, CancellationToken cancellation)
    {
        Read++;
        var report = new WeeklyReport
        {
            Period = revision.Period,
            Declines = [.. Enumerable.Repeat(Facts.Declined, DeclinesOfAWeek)],
            Listings = [Facts.Listed],
        };
        return Task.FromResult(new PublishedReport(revision, report, []));
    }
}
