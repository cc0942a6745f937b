using System.Globalization;

namespace DetainerLedger.Storage.Tests.Faults;

/// <summary>One or two faults, by the number of the request.</summary>
internal sealed record FaultTrial(IReadOnlyDictionary<int, Fault> Faults, bool SdkRetries)
{
    public static readonly int Seed = Setting("FAULT_SEED", 1);

    private const int SdkAttempts = 3;

    private static readonly bool All = Environment.GetEnvironmentVariable("FAULTS") == "all";

    private static readonly string Only = Environment.GetEnvironmentVariable("FAULT_OPERATION") ?? "";

    public int Retries => SdkRetries ? SdkAttempts : 0;

    /// <summary>Every fault at every request, and pairs, if FAULTS is all; otherwise a part of them, the same in every run.</summary>
    /// <param name="usual">The number of trials of that part.</param>
    public static IEnumerable<FaultTrial> Of(int requests, int usual, int usualPairs)
    {
        var random = new Random(Seed);
        var singles = (from request in Enumerable.Range(1, requests)
                       from fault in Enum.GetValues<Fault>()
                       from retries in new[] { false, true }
                       select new FaultTrial(new Dictionary<int, Fault> { [request] = fault }, retries)).ToArray();
        if (!All)
        {
            random.Shuffle(singles);
            singles = singles[..Math.Min(usual, singles.Length)];
        }

        // The second request may be a repetition of the first, by the SDK or by the app itself.
        return singles.Concat(Enumerable.Range(0, Setting("FAULT_PAIRS", All ? 50 : usualPairs)).Select(_ =>
        {
            var first = random.Next(1, requests + 1);
            return new FaultTrial(
                new Dictionary<int, Fault> { [first] = Any(random), [first + random.Next(1, 4)] = Any(random) },
                SdkRetries: true);
        }));
    }

    /// <summary>Those of the operations that are asked for: all, unless FAULT_OPERATION is a part of the name of some.</summary>
    public static IEnumerable<string> Selected(IEnumerable<string> operations) => operations.Where(name => name.Contains(Only, StringComparison.Ordinal));

    /// <returns>The failure of storage, as the host sees it. Another one is a bug, and is thrown.</returns>
    public static async Task<Exception?> Record(Func<Task> operation)
    {
        try
        {
            await operation();
            return null;
        }
        catch (Exception failure) when (StorageFailure.IsTransient(failure))
        {
            return failure;
        }
    }

    public override string ToString() =>
        $"{string.Join(" and ", Faults.Select(fault => $"{fault.Value} at request {fault.Key}"))}{(SdkRetries ? ", with the SDK's retries" : "")}";

    private static Fault Any(Random random) => Enum.GetValues<Fault>()[random.Next(Enum.GetValues<Fault>().Length)];

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
