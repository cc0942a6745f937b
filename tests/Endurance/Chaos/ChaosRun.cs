using System.Collections.Concurrent;
using OneMachine;

namespace Endurance.Chaos;

/// <summary>One run: a ledger without faults, the same files with faults, and the comparison.</summary>
internal sealed class ChaosRun(EnduranceOptions options)
{
    private static readonly TimeSpan SettleLimit = TimeSpan.FromMinutes(15);

    private readonly Random _random = new(options.Seed);
    private readonly ConcurrentDictionary<string, int> _events = new();

    /// <returns>The exit code.</returns>
    public async Task<int> Run()
    {
        var files = ChaosFiles.Make(_random);
        Console.WriteLine($"{files.Count} files, {options.Hosts} hosts, {options.Time.TotalMinutes:0.#} minutes of faults, seed {options.Seed}");
        var expected = await WithoutFaults(files);

        await using var ledger = await ChaosLedger.Start(options.Hosts, Print);
        using var stop = new CancellationTokenSource();
        var readers = new Readers(ledger.Hosts, options.Seed);
        var reading = readers.Run(stop.Token);
        await WithFaults(ledger, files);
        await stop.CancelAsync();
        await reading;

        Console.WriteLine("The faults end; messages of killed hosts are visible again after eleven minutes of the emulator's clock …");
        foreach (var proxy in ledger.Proxies) proxy.GiveBack();
        foreach (var host in ledger.Hosts)
        {
            await host.Kill();
            await host.Start();
        }

        await ledger.PassElevenMinutes();
        var arrivals = await ledger.Settle(files.Count, SettleLimit);
        var differences = await Compare(ledger, expected);

        foreach (var (name, count) in _events.OrderBy(each => each.Key, StringComparer.Ordinal)) Console.WriteLine($"  {name,-28}{count,6:N0}");
        Console.WriteLine($"  {arrivals.Count} arrivals: {string.Join(", ", arrivals.CountBy(row => (string)row["state"]!).OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}"))}");
        Console.WriteLine($"  {readers}");
        Console.WriteLine($"  {expected.Count} answers compared with the ledger without faults: {differences} differ");
        foreach (var violation in readers.Violations.Take(5)) Console.WriteLine(violation);
        var holds = differences == 0 && readers.Violations.Count == 0;
        Console.WriteLine(holds ? "The ledger is the same." : $"The ledger is not the same. Repeat with --seed {options.Seed}.");
        return holds ? 0 : 1;
    }

    private async Task<Dictionary<string, string>> WithoutFaults(IReadOnlyList<ChaosFile> files)
    {
        await using var ledger = await ChaosLedger.Start(1, Print);
        foreach (var file in files) await ledger.Drop(file);
        await ledger.Settle(files.Count, SettleLimit);
        using var http = new HttpClient { BaseAddress = ledger.Hosts[0].Address };
        return await LedgerAnswers.Read(http);
    }

    private async Task WithFaults(ChaosLedger ledger, IReadOnlyList<ChaosFile> files)
    {
        var order = files.ToArray();
        _random.Shuffle(order);
        var dropped = 0;
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) is var elapsed && elapsed < options.Time)
        {
            // Files are spread over three quarters of the time.
            while (dropped < order.Length && dropped < order.Length * elapsed / (options.Time * 0.75)) await Drop(ledger, order[dropped++]);
            await OneFault(ledger);
            await Task.Delay(_random.Next(200, 2000));
        }

        while (dropped < order.Length) await Drop(ledger, order[dropped++]);
    }

    private async Task Drop(ChaosLedger ledger, ChaosFile file)
    {
        await ledger.Drop(file);
        Count("files dropped");
        // Some are dropped twice at once, as another version of the blob.
        if (_random.Next(4) > 0) return;
        await ledger.Drop(file);
        Count("files dropped over themselves");
    }

    private async Task OneFault(ChaosLedger ledger)
    {
        var victim = _random.Next(ledger.Hosts.Count);
        switch (_random.Next(10))
        {
            case 0 or 1:
                Count("hosts killed");
                await ledger.Hosts[victim].Kill();
                await Task.Delay(_random.Next(2000));
                await Restart(ledger.Hosts[victim]);
                break;
            case 2 or 3 or 4:
                if (ledger.Hosts[victim].KillWorker()) Count("workers killed");
                break;
            case 5 or 6:
                await Outage(ledger.Proxies[victim], StorageProxy.Outage.Reset, "connections reset");
                break;
            case 7:
                await Outage(ledger.Proxies[victim], StorageProxy.Outage.Hang, "connections that hang");
                break;
            default:
                break;
        }
    }

    private async Task Outage(StorageProxy proxy, StorageProxy.Outage outage, string name)
    {
        Count(name);
        proxy.TakeAway(outage);
        await Task.Delay(_random.Next(100, 6000));
        proxy.GiveBack();
    }

    private async Task Restart(AppHost host)
    {
        try
        {
            await host.Start();
        }
        catch (InvalidOperationException failure)
        {
            // Storage may just be away for it. A machine's service manager would start it again too.
            Count("hosts that did not start");
            if (options.Verbose) Console.WriteLine(failure.Message);
            await Task.Delay(1000);
            await host.Start();
        }
    }

    private static async Task<int> Compare(ChaosLedger ledger, Dictionary<string, string> expected)
    {
        var different = new HashSet<string>();
        foreach (var host in ledger.Hosts)
        {
            using var http = new HttpClient { BaseAddress = host.Address };
            foreach (var (path, answer) in await LedgerAnswers.Read(http))
            {
                if (expected[path] == answer || !different.Add(path) || different.Count > 5) continue;
                Console.WriteLine($"{path}\n  without faults: {expected[path]}\n  with faults:    {answer}");
            }
        }

        return different.Count;
    }

    private void Count(string name) => _events.AddOrUpdate(name, 1, (_, count) => count + 1);

    private void Print(string line)
    {
        if (options.Verbose) Console.WriteLine(line);
    }
}
