using System.Globalization;

namespace DetainerLedger.Storage.Tests.Faults;

/// <summary>
/// A fault at each request to storage of each operation: what readers see is as before or as after, and when the host has repeated the
/// operation, it is as if nothing had happened. <c>eng/test</c> tries a part, which is the same in every run; with FAULTS=all, as
/// <c>eng/chaos --faults</c> sets it, every fault is tried at every request, and FAULT_PAIRS pairs from FAULT_SEED.
/// </summary>
public sealed class FaultTests(Storage storage, ITestOutputHelper output)
{
    private const int UsualTrials = 8;
    private const int UsualPairs = 4;

    public static TheoryData<string> Operations => [.. FaultTrial.Selected(FaultyOperation.Names)];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Operations))]
    public async Task A_fault_at_any_request_leaves_the_ledger_as_before_or_as_after_and_loses_nothing(string name)
    {
        var operation = await FaultyOperation.Create(name, storage);
        var expected = await Reference(operation);
        var trials = FaultTrial.Of(expected.Requests, UsualTrials, UsualPairs).ToList();
        var (unseen, seen, survived) = (0, 0, 0);
        foreach (var trial in trials)
        {
            var ledger = await storage.CreateLedger();
            using (var before = new FaultyInstance(storage, ledger)) await operation.Prepare(before);
            var injected = new InjectedFaults(trial.Faults);
            using (var failing = new FaultyInstance(storage, ledger, injected, trial.Retries))
            {
                if (await FaultTrial.Record(() => operation.Run(failing)) is null) survived++;
            }

            Assert.True(injected.Injected > 0, $"{trial}: no fault was injected.");
            using var next = new FaultyInstance(storage, ledger);
            var state = await next.State();
            if (state == expected.Before) unseen++;
            else seen++;
            if (state != expected.Before) Assert.True(state == expected.After, $"{name}, {trial}: the state is neither as before nor as after:\n{state}");

            // The host runs it again, in a process of its own.
            if (await FaultTrial.Record(() => operation.Repeat(next)) is { } failure) Assert.Fail($"{name}, {trial}: the repetition failed: {failure}");
            Assert.True(await next.State() == expected.After, $"{name}, {trial}: the state after the repetition is not as it should be:\n{await next.State()}");
            Assert.True(await next.Arrivals() == expected.Arrivals, $"{name}, {trial}: the arrivals are {await next.Arrivals()}, not {expected.Arrivals}.");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {expected.Requests} requests, {trials.Count} trials, seed {FaultTrial.Seed}: as before {unseen}, as after {seen}; {survived} without a failure"));
    }

    private async Task<Expected> Reference(FaultyOperation operation)
    {
        var ledger = await storage.CreateLedger();
        using var instance = new FaultyInstance(storage, ledger);
        await operation.Prepare(instance);
        var before = await instance.State();
        var counting = new InjectedFaults(new Dictionary<int, Fault>());
        using (var counted = new FaultyInstance(storage, ledger, counting)) await operation.Run(counted);
        return new Expected(before, await instance.State(), await instance.Arrivals(), counting.Sent);
    }

    private sealed record Expected(string Before, string After, string Arrivals, int Requests);
}
