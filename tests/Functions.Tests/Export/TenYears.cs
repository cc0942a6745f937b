using System.Reflection;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Tests.Export;

/// <summary>A ledger of 520 weeks with 200 declines each, made up when they are read. Only single reports are to be had of it.</summary>
public class TenYears : DispatchProxy
{
    public const int Weeks = 520;
    public const int DeclinesOfAWeek = 200;

    /// <summary>How many reports were read.</summary>
    public int Read { get; private set; }

    public static LedgerView View { get; } = new LedgerIndex(
        Enumerable.Range(0, Weeks).Select(week => (IReadOnlyList<Revision>)[Facts.Revision(Facts.Week.AddDays(7 * week))]), [], "v").Now;

    public static (ILedger Ledger, TenYears Counts) Make()
    {
        var ledger = Create<ILedger, TenYears>();
        return (ledger, (TenYears)(object)ledger);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name != nameof(ILedger.ReadReport)) throw new NotSupportedException(targetMethod?.Name);
        Read++;
        var revision = (Revision)args![0]!;
        var report = new WeeklyReport
        {
            Period = revision.Period,
            Declines = [.. Enumerable.Repeat(Facts.Declined, DeclinesOfAWeek)],
            Listings = [Facts.Listed],
        };
        return Task.FromResult(new PublishedReport(revision, report, []));
    }
}
