using System.Globalization;
using Azure.Storage.Blobs.Models;
using DetainerLedger.Storage.Blobs;

namespace DetainerLedger.Storage.Tests.Faults;

/// <summary>Something that writes to the ledger, and can be repeated by the host after a failure.</summary>
/// <param name="Prepare">What happens before, without faults.</param>
/// <param name="Run">What is interrupted.</param>
internal sealed record FaultyOperation(string Name, Func<FaultyInstance, Task> Prepare, Func<FaultyInstance, Task> Run)
{
    // Longer than the instance that failed can hold a claim on an attempt.
    private static readonly TimeSpan UntilRepeated = TimeSpan.FromHours(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every operation, with the files that it reads. All ledgers read the same blobs, so that their arrivals are the same.</summary>
    public static async Task<FaultyOperation> Create(string name, Storage storage)
    {
        var files = new Files(storage, name);
        await files.Drop("first", Report(100));
        await files.Drop("second", Report(200));
        await files.Drop("dated", Report(100), releasedOn: "2017-02-10");
        await files.Drop("notice", Notice);
        await files.Drop("broken", "{");
        return name switch
        {
            "publishing" => new(name, Nothing, ledger => ledger.Read(files.Path("first"))),
            "revising" => new(name, First, ledger => ledger.Read(files.Path("second"))),
            "adding a release day" => new(name, First, ledger => ledger.Read(files.Path("dated"))),
            "correcting" => new(name, First, ledger => ledger.Read(files.Path("notice"))),
            "rejecting" => new(name, First, ledger => ledger.Read(files.Path("broken"))),
            "stating a release day" => new(name, First, ledger => ledger.Ledger.AddRelease(Made.Week, 1, new DateOnly(2017, 2, 9), Cancellation)),
            "rereading" => new(name, ledger => ledger.PublishMisread(Report(100)), ledger => ledger.Rereader.Reread(Made.Week, 1, Cancellation)),
            "composing a digest" => new(name, First, ledger => ledger.Digests.ComposeNext(Cancellation)),
            "retrying" => new(name, First, async ledger =>
            {
                await ledger.Retries.Schedule(files.Path("second"), Cancellation);
                await foreach (var outcome in ledger.Retries.RunDue(Cancellation))
                    if (outcome.StorageFailed) throw outcome.Fault!;
            }),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such operation."),
        };

        Task First(FaultyInstance ledger) => ledger.Read(files.Path("first"));
        static Task Nothing(FaultyInstance ledger) => Task.CompletedTask;
    }

    public static IReadOnlyList<string> Names { get; } =
        ["publishing", "revising", "adding a release day", "correcting", "rejecting", "stating a release day", "rereading", "composing a digest", "retrying"];

    /// <summary>What the host does after a failure: the same, later, in another instance.</summary>
    public Task Repeat(FaultyInstance next)
    {
        next.RetryTime.Advance(UntilRepeated);
        return Run(next);
    }

    private static string Report(int issued) => string.Create(CultureInfo.InvariantCulture, $$"""
        { "week": "2017-02-04", "period": { "start": "2017-02-04", "end": "2017-02-10" }, "detainersIssued": {{issued}},
          "declines": [ { "jurisdiction": "Travis County, Texas", "agency": "Travis County Jail" }, { "jurisdiction": "Denver, Colorado", "agency": "Denver Jail" } ],
          "listings": [ { "jurisdiction": "Nassau County, New York", "policy": "Honors some" } ] }
        """);

    private const string Notice = """
        { "title": "Correction", "dated": "2017-03-29",
          "corrections": [ { "week": "2017-02-04", "section": "declined", "jurisdiction": "Travis County, Texas", "was": 1, "is": 0 } ] }
        """;

    private sealed class Files(Storage storage, string folder)
    {
        public string Path(string name) => $"faults-{folder.Replace(' ', '-')}/{name}.json";

        public async Task Drop(string name, string content, string? releasedOn = null)
        {
            var container = storage.Blobs().GetBlobContainerClient(Containers.Reports);
            await container.CreateIfNotExistsAsync(cancellationToken: Cancellation);
            await storage.Blobs().GetBlobContainerClient(Containers.Originals).CreateIfNotExistsAsync(cancellationToken: Cancellation);
            var metadata = releasedOn is null ? null : new Dictionary<string, string> { ["releasedOn"] = releasedOn };
            await container.GetBlobClient(Path(name)).UploadAsync(BinaryData.FromString(content), new BlobUploadOptions { Metadata = metadata }, Cancellation);
        }
    }
}
