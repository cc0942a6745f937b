using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Publishing;

/// <summary>The result of rereading a file of the ledger.</summary>
/// <param name="Source">The revision as it was when its file was reread.</param>
/// <param name="Reader">The version of the reader.</param>
public abstract record Rereading(Revision Source, string Reader)
{
    /// <summary>The reader found different facts, sources or remarks.</summary>
    /// <param name="Name">Identifies the reading: the same content has the same name, so that a retry writes the same rows again.</param>
    public sealed record Differs(
        Revision Source,
        string Reader,
        string Name,
        WeeklyReport Report,
        string Fingerprint,
        IReadOnlyList<Check> Remarks,
        DateTimeOffset At) : Rereading(Source, Reader);

    /// <summary>The reader found the same content as stored.</summary>
    public sealed record Agrees(Revision Source, string Reader) : Rereading(Source, Reader);

    /// <summary>The reader found no facts for this week in the file.</summary>
    public sealed record Failed(Revision Source, FailedReread Why) : Rereading(Source, Why.Reader);
}

/// <summary>
/// Decides how rereading a file changes its revision. A better reader doesn't make a new edition: the number, the release and the
/// moment from which the revision is known don't change.
/// </summary>
public abstract record RereadDecision
{
    private RereadDecision() { }

    /// <summary>The changed revision.</summary>
    public sealed record Replace(Revision Revision) : RereadDecision;

    /// <summary>Another instance has already stored this result.</summary>
    public sealed record Overtaken(Revision Revision) : RereadDecision;

    /// <param name="revisions">The revisions of the week, in any order.</param>
    public static RereadDecision Of(Rereading rereading, IEnumerable<Revision> revisions)
    {
        var source = rereading.Source;
        var current = revisions.Single(revision => revision.Number == source.Number);
        // A release day may have been added meanwhile; that doesn't change the reading.
        if (current.Reading != source.Reading || current.Reader != source.Reader || current.FailedReread != source.FailedReread) return new Overtaken(current);
        return new Replace(rereading switch
        {
            Rereading.Agrees => current with { Reader = rereading.Reader, FailedReread = null },
            Rereading.Failed failed => current with { FailedReread = failed.Why },
            Rereading.Differs differs => current with
            {
                Period = differs.Report.Period,
                Fingerprint = differs.Fingerprint,
                Totals = WeekTotals.Of(differs.Report),
                Reader = differs.Reader,
                RereadAt = differs.At,
                Reread = differs.Name,
                EarlierReadings =
                [
                    .. current.EarlierReadings ?? [],
                    new EarlierReading(current.Period, current.Fingerprint, current.Totals, current.Reader, current.RereadAt, current.Reread),
                ],
                FailedReread = null,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(rereading)),
        });
    }
}
