using System.Text.Json.Nodes;

namespace Endurance.Chaos;

/// <summary>Reads summaries from random hosts all the time, and checks that each answer is of one revision.</summary>
internal sealed class Readers(IReadOnlyList<AppHost> hosts, int seed)
{
    private const int AtOnce = 4;

    private int _answers;
    private int _stale;
    private int _unavailable;
    private int _unreachable;

    public List<string> Violations { get; } = [];

    public async Task Run(CancellationToken stop) => await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(reader => Task.Run(() => Read(new Random(seed + reader), stop), CancellationToken.None)));

    public override string ToString() =>
        $"{_answers:N0} answers read meanwhile, {_stale:N0} of them stale; {_unavailable:N0} times 5xx, {_unreachable:N0} times no host; {Violations.Count} answers that contradict themselves";

    private async Task Read(Random random, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        while (!stop.IsCancellationRequested)
        {
            var week = ChaosFiles.Text(ChaosFiles.MadeWeeks.ElementAt(random.Next(ChaosFiles.Weeks)));
            try
            {
                if (hosts[random.Next(hosts.Count)].Address is not { } address) await Task.Delay(50, stop);
                else await Check(http, new Uri(address, $"api/weeks/{week}"), stop);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
            {
                Interlocked.Increment(ref _unreachable);
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    private async Task Check(HttpClient http, Uri summary, CancellationToken stop)
    {
        using var answer = await http.GetAsync(summary, stop);
        if ((int)answer.StatusCode >= 500) Interlocked.Increment(ref _unavailable);
        if ((int)answer.StatusCode != 200) return;
        Interlocked.Increment(ref _answers);
        if (answer.Headers.Contains("X-Ledger-Stale")) Interlocked.Increment(ref _stale);
        var body = await answer.Content.ReadAsStringAsync(stop);
        var week = JsonNode.Parse(body)!;
        var rows = week["declinedByJurisdiction"]!.AsArray().Sum(row => (int)row!["declined"]!);
        if (rows != (int)week["detainersDeclined"]!) lock (Violations) Violations.Add($"{summary}: {rows} rows in {body}");
    }
}
