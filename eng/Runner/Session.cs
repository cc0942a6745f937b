using OneMachine;

namespace Runner;

/// <summary>One run, from the start of storage to its end.</summary>
internal sealed class Session(RunOptions options, CancellationTokenSource stop, TextWriter output)
{
    private CancellationToken Stop => stop.Token;

    /// <returns>The exit code.</returns>
    public async Task<int> Run()
    {
        Ports.RequireFree(options.Port);
        using var data = DataFolder.Open(options.Data);
        output.WriteLine("Starting storage …");
        await using var storage = await Storage.Open(data.Storage, Stop);
        output.WriteLine("Starting the functions …");
        var key = options.Key ?? data.ReadOrMakeKey();
        await using var functions = await LoggedFunctions.Start(options, storage.ConnectionString, key, data.Log, Stop);
        using var api = new Api(functions.Address, key);

        var work = Work(storage, api, key, data);
        var events = options.CoreTools ? storage.Events(functions.Address).Send(Stop) : Task.Delay(Timeout.Infinite, Stop);
        var first = await Task.WhenAny(work, functions.Ended, storage.Ended, events);
        if (first == events) await events;
        // When the functions exit, a request to them may fail shortly before the exit is noticed. The exit is the cause to report.
        if (work.IsFaulted) first = await Task.WhenAny(functions.Ended, Task.Delay(TimeSpan.FromSeconds(1), Stop));
        if (work.IsCompleted && first != functions.Ended) return await work;
        if (Stop.IsCancellationRequested) return options.Once ? 1 : 0;
        await stop.CancelAsync();
        throw new RunException(first == functions.Ended
            ? $"The functions exited unexpectedly:{Environment.NewLine}{await functions.LastWords()}"
            : "The storage emulator exited unexpectedly.");
    }

    private async Task<int> Work(Storage storage, Api api, string key, DataFolder data)
    {
        var exitCode = options.Samples ? await DropSamples(storage, api) : 0;
        // A week that arrived in another way, through a folder or an account, may have no digest yet.
        if (options.Samples || options.Once) await ComposeDigests(api, data);
        var weeks = await api.Weeks(Stop);
        if (weeks.Count > 0) output.WriteLine($"{Environment.NewLine}{Week.Table(weeks)}{Environment.NewLine}");
        if (options.Once)
        {
            if (weeks.Count > 0) output.WriteLine(await api.DigestText(weeks[0].FirstDay, Stop));
            return exitCode;
        }

        var home = $"http://localhost:{api.Address.Port}";
        output.WriteLine($"The site: {home}");
        output.WriteLine($"Storage{(storage.IsEmulator ? "" : ", your own account")}:");
        output.WriteLine($"  {MaskedConnection.Of(storage.ConnectionString)}");
        output.WriteLine($"Key for writing{(options.Key is null ? $", stored in {data.KeyFile}" : "")}:");
        output.WriteLine($"  {key}");
        output.WriteLine("Try:");
        output.WriteLine($"  curl {home}/api/weeks/latest");
        output.WriteLine($"  curl {home}/api/jurisdictions/tx-travis-county/history");
        output.WriteLine($"  curl '{home}/api/digests/2017-02-04?format=text'");
        output.WriteLine($"  curl -X POST -H 'x-functions-key: {key}' --data-binary @report.pdf '{home}/api/reports?name=report.pdf'");
        if (options.Source is not null) output.WriteLine($"  curl {home}/api/captures     # what was found at {options.Source}, every {options.Every.TotalSeconds:0} seconds");
        output.WriteLine($"Ready: {home}");
        output.Flush();

        var drops = options.Drop is null ? Task.Delay(Timeout.Infinite, Stop) : new DropFolder(options.Drop, storage, api).Watch(Stop);
        var looks = options.Source is null ? Task.Delay(Timeout.Infinite, Stop) : api.WatchSources(options.Every, Stop);
        await await Task.WhenAny(drops, looks);
        return exitCode;
    }

    private async Task<int> DropSamples(Storage storage, Api api)
    {
        var files = Directory.GetFiles(Repository.Samples, "*.pdf").Concat(Directory.GetFiles(Repository.Samples, "corrections-*.json")).Order(StringComparer.Ordinal).ToList();
        output.WriteLine($"Dropping the samples, whose single rows are made up for testing ({Path.Combine("samples", "README.md")}) …");
        var rejected = false;
        foreach (var file in files)
        {
            var outcome = await api.WaitFor(await storage.Drop(file, Stop), Path.GetFileName(file), Stop);
            output.WriteLine($"  {Path.GetFileName(file),-28}  {outcome.Text}");
            rejected |= outcome.IsRejected;
        }

        return rejected ? 1 : 0;
    }

    private async Task ComposeDigests(Api api, DataFolder data)
    {
        output.WriteLine("Composing the digests …");
        if (!await api.ComposeDigests(Stop)) throw new RunException($"A digest was not composed. See {data.Log}.");
    }
}
