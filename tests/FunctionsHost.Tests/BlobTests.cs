using System.Text.Json;

namespace FunctionsHost.Tests;

/// <summary>Blob triggers by events.</summary>
public sealed class BlobTests(SharedHost host)
{
    private ProbeHost Probe => host.Probe;

    [Fact]
    public async Task Runs_on_a_blob_with_its_whole_name()
    {
        await Probe.Upload("a/b c/ü.pdf", "x");
        await Probe.WaitFor("blob a/b c/ü.pdf x");
    }

    [Fact]
    public async Task Runs_on_what_was_overwritten()
    {
        await Probe.Upload("overwritten", "one");
        await Probe.WaitFor("blob overwritten one");
        await Probe.Upload("overwritten", "two");
        await Probe.WaitFor("blob overwritten two");
    }

    [Fact]
    public async Task Binds_the_content_where_the_function_asks_for_it_and_only_where_the_path_matches()
    {
        foreach (var name in (string[])["other/x.txt", "in/x.pdf", "in/x.txt"])
            await Probe.Texts.GetBlobClient(name).UploadAsync(BinaryData.FromString("the text"), TestContext.Current.CancellationToken);
        await Probe.WaitFor("text x the text");
        Assert.Equal(1, await Probe.JournalCount(entry => entry.StartsWith("text", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_blob_that_fails_is_tried_as_often_as_host_json_says_and_then_named_in_the_poison_queue_once()
    {
        await Probe.Upload("fail", "x");
        await Probe.WaitUntil(async () => (await Probe.Peek("webjobs-blobtrigger-poison")).Any(IsOurs), "message in the poison queue");
        await Probe.WaitFor("blob fail x", times: 3);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.Equal(3, await Probe.JournalCount(entry => entry == "blob fail x"));
        var message = JsonDocument.Parse(Assert.Single(await Probe.Peek("webjobs-blobtrigger-poison"), IsOurs)).RootElement;
        Assert.Equal(("Host.Functions.OnBlob", "fail"), (message.GetProperty("FunctionId").GetString(), message.GetProperty("BlobName").GetString()));

        bool IsOurs(string it) => it.Contains(Probe.Blobs.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_blob_is_in_no_other_s_way()
    {
        await Probe.Upload("held-in-the-way", "x");
        await Probe.WaitFor("blob held-in-the-way x");
        await Probe.Upload("quick", "x");
        await Probe.WaitFor("blob quick x");
        await Probe.Release("held-in-the-way");
        await Probe.WaitFor("blob held-in-the-way ended");
    }

    [Fact]
    public async Task Finds_what_was_dropped_while_nothing_ran_and_nothing_twice()
    {
        var first = await ProbeHost.Start(host.Connection);
        await using (first)
        {
            await first.Upload("before", "x");
            await first.WaitFor("blob before x");
            await first.StopCleanly();
        }

        await first.Upload("meanwhile", "x");
        await using var second = await ProbeHost.Start(host.Connection, first.Name);
        await second.WaitFor("blob meanwhile x");
        Assert.Equal(1, await second.JournalCount(entry => entry == "blob before x"));
        Assert.Equal(1, await second.JournalCount(entry => entry == "blob meanwhile x"));
    }
}
