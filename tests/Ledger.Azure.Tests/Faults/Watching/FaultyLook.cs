using System.Globalization;
using System.Text;
using DetainerLedger.Watching.Http;

namespace DetainerLedger.Storage.Tests.Faults.Watching;

/// <summary>A look at a source, which the timer repeats.</summary>
/// <param name="Prepare">The looks before, without faults.</param>
/// <param name="Run">What is interrupted.</param>
/// <param name="State">As <see cref="OrderedState"/> expects it.</param>
/// <param name="Address">Of the file.</param>
internal sealed record FaultyLook(
    string Name, Func<WatchWorld, Task> Prepare, Func<WatchWorld, WatchInstance, Task> Run, Func<WatchWorld, Task<string[]>> State, Func<WatchWorld, string> Address)
{
    private static readonly (DateTimeOffset At, byte[] File)[] Archived =
    [
        (Made.Morning.AddDays(-30), WatchWorld.First), (Made.Morning.AddDays(-29), WatchWorld.First), (Made.Morning.AddDays(-28), WatchWorld.Second),
    ];

    public static IReadOnlyList<FaultyLook> All { get; } =
    [
        Look("looking at a new file", _ => Task.CompletedTask),
        Look("looking at a file that is the same", world => world.Look()),
        Look("looking at a file that changed", async world =>
        {
            await world.Look();
            world.Site.Serve(world.File, WatchWorld.Second);
        }),
        Look("confirming a withdrawal", Withdraw),
        Look("looking at a file that is back", async world =>
        {
            await Withdraw(world);
            await world.Look();
            world.Site.Serve(world.File, WatchWorld.Second);
        }),
        new("fetching mementos", ServeTimeMap, Fetch, Mementos, world => world.Original),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static FaultyLook Look(string name, Func<WatchWorld, Task> prepare) => new(
        name, prepare, (_, instance) => instance.Watcher.LookAtDue(Cancellation), Seen, world => world.Site.At(world.File));

    private static async Task Withdraw(WatchWorld world)
    {
        await world.Look();
        world.Site.Remove(world.File);
        await world.Look();
    }

    // A file is dropped before its event is published, then the capture is stored, and last that the source was looked at.
    private static async Task<string[]> Seen(WatchWorld world)
    {
        var looked = await world.Healthy.ReadAt() is { } at && at > world.Time.GetUtcNow() - TimeSpan.FromMinutes(59) ? "looked at" : "due";
        var drops = string.Join(", ", (await world.Drops(world.Site.At(world.File))).Distinct());
        return [drops, await world.Healthy.Events(), await world.Healthy.Captures(), looked];
    }

    private static Task ServeTimeMap(WatchWorld world)
    {
        var map = new StringBuilder($"<{world.Original}>; rel=\"original\"");
        foreach (var (at, file) in Archived)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{world.Page}/{at:yyyyMMddHHmmss}/report.json");
            world.Site.Serve(path, file);
            map.Append(CultureInfo.InvariantCulture, $",\n<{world.Site.At(path)}>; rel=\"memento\"; datetime=\"{at:r}\"");
        }

        world.Site.Serve($"{world.Page}/timemap", Encoding.UTF8.GetBytes(map.ToString()), "application/link-format");
        return Task.CompletedTask;
    }

    private static Task<BackfillProgress> Fetch(WatchWorld world, WatchInstance instance) =>
        instance.Backfill.Continue(new Uri(world.Site.At($"{world.Page}/timemap")), SourceList.Pattern("json"), TimeSpan.FromMinutes(5), Cancellation);

    private static async Task<string[]> Mementos(WatchWorld world)
    {
        var drops = await world.Drops(world.Original);
        var fetched = await world.Healthy.Mementos(world.Site.At($"{world.Page}/timemap"));
        // The second is the same as the first, so nothing is dropped for it.
        return
        [
            Dropped(Archived[0].File), Kept(Archived[0].At), Kept(Archived[1].At), Dropped(Archived[2].File), Kept(Archived[2].At),
        ];

        string Dropped(byte[] file) => drops.Contains(WatchWorld.Hash(file)) ? "dropped" : "";

        string Kept(DateTimeOffset at) => fetched.FirstOrDefault(each => each.StartsWith($"{at:yyyy-MM-dd}", StringComparison.Ordinal)) ?? "";
    }
}
