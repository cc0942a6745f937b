namespace DetainerLedger.Ingest;

/// <summary>
/// This program failed on a file. The arrival has the error <see cref="ReportIngestor.ReadingFailed"/> and waits for an operator:
/// another attempt would fail in the same way.
/// </summary>
public sealed class ReadingFailedException(Arrival arrival, Exception fault)
    : Exception($"Reading the arrival {arrival.Id} failed.", fault)
{
    public Arrival Arrival { get; } = arrival;
}
