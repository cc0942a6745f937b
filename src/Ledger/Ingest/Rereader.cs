using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using DetainerLedger.History;
using DetainerLedger.Parsing;
using DetainerLedger.Parsing.Json;
using DetainerLedger.Publishing;
using DetainerLedger.Reports;

namespace DetainerLedger.Ingest;

/// <summary>
/// Rereads the archived file of a revision with the current reader. Each step is idempotent, and nothing is visible before the
/// last one, which is a single conditional write.
/// </summary>
public sealed class Rereader(IReportReader ledger, ILedgerPublisher publisher, IFileArchive archive, ReportReader reader, TimeProvider time)
{
    // Enough to distinguish the few readings of one file.
    private const int NameBytes = 8;

    /// <returns>Null when the ledger has no such revision.</returns>
    public async Task<RereadResult?> Reread(DateOnly week, int number, CancellationToken cancellation)
    {
        var revisions = (await ledger.ReadCurrent(cancellation)).Revisions(week);
        if (revisions.FirstOrDefault(each => each.Number == number) is not { } revision) return null;
        if (revision.Reader == ReaderVersion.Current) return new RereadResult(revision, RereadOutcome.Current);

        var (rereading, failure) = await Read(revision, cancellation);
        return await publisher.Reread(rereading, cancellation) switch
        {
            RereadDecision.Overtaken { Revision: var theirs } => new RereadResult(theirs, RereadOutcome.Current),
            RereadDecision.Replace { Revision: var replaced } => new RereadResult(replaced, rereading switch
            {
                Rereading.Differs => RereadOutcome.Reread,
                Rereading.Agrees => RereadOutcome.Same,
                _ => RereadOutcome.Failed,
            })
            {
                Failure = failure,
            },
            var other => throw new InvalidOperationException($"A decision of type {other.GetType().Name} is not supported."),
        };
    }

    private async Task<(Rereading Rereading, Exception? Failure)> Read(Revision revision, CancellationToken cancellation)
    {
        if (await ReadFile(revision.Source.Sha256, cancellation) is not { } content)
            return (Failed(revision, RereadCodes.FileNotFound, "The file is not in the archive."), null);

        Reading reading;
        try
        {
            reading = reader.Read(new ReportFile(revision.Source.ReportId, revision.Source.Name, content), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A fault in the reader must not prevent the other files from being reread. The caller logs it.
            return (Failed(revision, RereadCodes.ReadingFailed, $"The reader failed on this file ({failure.GetType().Name})."), failure);
        }

        return (await Judge(revision, reading, cancellation), null);
    }

    private async Task<Rereading> Judge(Revision revision, Reading reading, CancellationToken cancellation) => reading switch
    {
        Reading.Report { Facts: var facts } when facts.Week != revision.Week =>
            Failed(revision, RereadCodes.OtherContent, $"The reader found the week of {facts.Period} in the file."),
        Reading.Report report => await Compare(revision, report, cancellation),
        Reading.Corrections => Failed(revision, RereadCodes.OtherContent, "The reader found a notice of corrections in the file."),
        Reading.Refused { Refusal: var refusal } => Failed(revision, refusal.Code, ArrivalLimits.Truncate(refusal).Message),
        _ => throw new InvalidOperationException($"A reading of type {reading.GetType().Name} is not supported."),
    };

    private async Task<Rereading> Compare(Revision revision, Reading.Report reading, CancellationToken cancellation)
    {
        var stored = await ledger.ReadReport(revision, cancellation);
        var content = Content(reading.Facts, reading.Remarks);
        return content == Content(stored.Report, stored.Remarks)
            ? new Rereading.Agrees(revision, ReaderVersion.Current)
            : new Rereading.Differs(
                revision,
                ReaderVersion.Current,
                $"{ReaderVersion.Current}.{content}",
                reading.Facts,
                FactsFingerprint.Of(reading.Facts),
                reading.Remarks,
                time.GetUtcNow());
    }

    private async Task<byte[]?> ReadFile(string sha256, CancellationToken cancellation)
    {
        await using var original = await archive.Open(sha256, cancellation);
        if (original is null) return null;
        using var content = new MemoryStream();
        await original.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    // A hash of everything that is stored for a reading: its facts, their locations in the file, and its remarks.
    private static string Content(WeeklyReport report, IReadOnlyList<Check> remarks)
    {
        var bytes = new ArrayBufferWriter<byte>();
        ReportJson.Write(report, bytes);
        foreach (var remark in remarks) bytes.Write(Encoding.UTF8.GetBytes($"\n{remark.Code}\n{remark.Severity}\n{remark.Source}\n{remark.Message}"));
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan).AsSpan(0, NameBytes));
    }

    private static Rereading.Failed Failed(Revision revision, string code, string message) =>
        new(revision, new FailedReread(ReaderVersion.Current, code, message));
}

/// <param name="Revision">The revision as it is now stored.</param>
public sealed record RereadResult(Revision Revision, RereadOutcome Outcome)
{
    /// <summary>A fault in the reader, to be logged; null for none.</summary>
    public Exception? Failure { get; init; }
}

public enum RereadOutcome
{
    /// <summary>This version of the reader has already read the file.</summary>
    Current,

    /// <summary>The reader found the same content as stored; only its version was recorded.</summary>
    Same,

    /// <summary>The new reading is in force; the previous one is kept.</summary>
    Reread,

    /// <summary>Rereading failed; the previous reading remains in force, and a check of the week reports it.</summary>
    Failed,
}
