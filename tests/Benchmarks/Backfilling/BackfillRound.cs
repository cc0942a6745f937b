namespace DetainerLedger.Benchmarks.Backfilling;

/// <summary>One report: by the ledger, and its requests raw.</summary>
/// <param name="OwnProcessor">The processor time of this process; the emulators are other processes.</param>
/// <param name="Kinds">How many requests of each kind.</param>
internal sealed record BackfillRound(
    TimeSpan Own, TimeSpan OwnProcessor, TimeSpan Raw, TimeSpan RawProcessor, IReadOnlyDictionary<string, int> Kinds);
