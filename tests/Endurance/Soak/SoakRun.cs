using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Azure.Storage.Blobs;
using OneMachine;

namespace Endurance.Soak;

/// <summary>The app under a mixed load for a long time.</summary>
internal sealed class SoakRun(EnduranceOptions options)
{
    private const double GrowthLimit = 1.15;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UploadInterval = TimeSpan.FromSeconds(20);

    private volatile Tally _tally = new();
    private int _longQueries;

    /// <returns>The exit code.</returns>
    public async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-soak-").FullName;
        try
        {
            await using var azurite = await Azurite.Start(Path.Combine(folder, "azurite"));
            await using var app = new AppHost(azurite.ConnectionString, "soak", new Dictionary<string, string>(), _ => { });
            await app.Start();
            await Drop(azurite.ConnectionString, app.Address!);
            return await Load(app);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> Load(AppHost app)
    {
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.Clients }) { BaseAddress = app.Address, Timeout = TimeSpan.FromMinutes(1) };
        var bad = new BadClients(app.Address!);
        var clients = Enumerable.Range(0, options.Clients).Select(client => Task.Run(() => Ask(http, new Random(options.Seed + client), stop.Token), CancellationToken.None)).ToList();
        var others = new[] { bad.Run(stop.Token), Upload(http, stop.Token) };

        Console.WriteLine($"{options.Clients} clients, {options.Time.TotalMinutes:0.#} minutes, seed {options.Seed}");
        Console.WriteLine("  minute   requests/s      p50 ms      p99 ms   worker MiB     host MiB   errors");
        var (began, memory, errors, answers) = (TimeProvider.System.GetTimestamp(), new List<double>(), new Dictionary<string, int>(), 0L);
        while (TimeProvider.System.GetElapsedTime(began) < options.Time)
        {
            await Task.Delay(Interval, CancellationToken.None);
            var tally = Interlocked.Exchange(ref _tally, new Tally());
            var worker = AppHost.Mebibytes(app.WorkerId()) ?? 0;
            memory.Add(worker);
            answers += tally.Answers;
            foreach (var (what, count) in tally.Errors) errors[what] = errors.GetValueOrDefault(what) + count;
            Console.WriteLine(
                $"{TimeProvider.System.GetElapsedTime(began).TotalMinutes,8:0.0}{tally.Answers / Interval.TotalSeconds,13:N0}{tally.Percentile(0.5),12:N1}{tally.Percentile(0.99),12:N1}"
                + $"{worker,13:N0}{AppHost.Mebibytes(app.ProcessId) ?? 0,13:N0}{tally.Errors.Values.Sum(),9:N0}");
        }

        await stop.CancelAsync();
        await Task.WhenAll([.. clients, .. others]);
        Console.WriteLine($"{answers:N0} answers; {Math.Min(_longQueries, RequestMix.LongQueries):N0} different long query strings; {bad}");
        foreach (var (what, count) in errors.OrderByDescending(error => error.Value).Take(10)) Console.WriteLine($"  {count,6:N0} times {what}");
        return Judge(memory, errors.Values.Sum());
    }

    // Caches fill and code is compiled in the first half.
    private static int Judge(List<double> memory, int errors)
    {
        var quarter = Math.Max(1, memory.Count / 4);
        var (middle, end) = (memory.Skip(memory.Count - 2 * quarter).Take(quarter).Average(), memory.TakeLast(quarter).Average());
        var flat = end <= middle * GrowthLimit;
        Console.WriteLine($"Memory of the worker: {end:N0} MiB in the last quarter, {end / middle:N2} times the third ({(flat ? "flat" : "growing")}); the most was {memory.Max():N0}. {errors:N0} errors.");
        return flat && errors == 0 ? 0 : 1;
    }

    private async Task Ask(HttpClient http, Random random, CancellationToken stop)
    {
        var mix = new RequestMix(random, () => Interlocked.Increment(ref _longQueries));
        var tags = new Dictionary<string, EntityTagHeaderValue>();
        while (!stop.IsCancellationRequested)
        {
            var asked = mix.Next();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(asked.Path, UriKind.Relative));
            if (asked.Accept is { } accept) request.Headers.Accept.ParseAdd(accept);
            if (asked.AcceptEncoding is { } encodings) request.Headers.AcceptEncoding.ParseAdd(encodings);
            if (random.Next(3) == 0 && tags.TryGetValue(asked.Path, out var tag)) request.Headers.IfNoneMatch.Add(tag);
            var began = TimeProvider.System.GetTimestamp();
            try
            {
                using var answer = await http.SendAsync(request, stop);
                await answer.Content.ReadAsByteArrayAsync(stop);
                if (asked.Expected.Contains(answer.StatusCode) || answer.StatusCode == HttpStatusCode.NotModified) _tally.Answer(TimeProvider.System.GetElapsedTime(began));
                else _tally.Error($"{(int)answer.StatusCode} for {asked.Path.Split('?')[0]}");
                if (answer.Headers.ETag is { } current && tags.Count < 100) tags[asked.Path] = current;
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException && !stop.IsCancellationRequested)
            {
                _tally.Error($"{failure.GetType().Name} for {asked.Path.Split('?')[0]}");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Upload(HttpClient http, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            try
            {
                var report = $$"""{ "week": "2017-04-{{1 + 7 * (number % 4):00}}", "detainersIssued": {{number}}, "declines": [ { "jurisdiction": "Travis County, Texas", "agency": "Jail" } ] }""";
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"api/reports?name=soak-{number}.json", UriKind.Relative)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(report)) };
                request.Headers.Add("x-functions-key", AppHost.Key);
                using var answer = await http.SendAsync(request, stop);
                if (answer.StatusCode != HttpStatusCode.Accepted) _tally.Error($"{(int)answer.StatusCode} for an upload");
                await Task.Delay(UploadInterval, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                _tally.Error($"{failure.GetType().Name} for an upload");
            }
        }
    }

    private static async Task Drop(string connectionString, Uri app)
    {
        var reports = new BlobContainerClient(connectionString, "reports");
        await reports.CreateIfNotExistsAsync();
        foreach (var sample in Directory.GetFiles(Repository.Samples, "*.pdf")) await reports.GetBlobClient(Path.GetFileName(sample)).UploadAsync(sample, overwrite: true);
        using var http = new HttpClient { BaseAddress = app };
        while ((await http.GetStringAsync(new Uri("api/weeks", UriKind.Relative))).Split("\"week\":").Length < 4) await Task.Delay(500);
    }
}
