namespace FunctionsHost.Tests;

public sealed class QueueTests(SharedHost host)
{
    private ProbeHost Probe => host.Probe;

    [Fact]
    public async Task Runs_on_a_message_with_its_metadata()
    {
        await Probe.Enqueue("jobs", "hello");
        await Probe.WaitFor("message hello 1");
    }

    [Fact]
    public async Task Binds_the_text_and_reads_the_queue_of_another_connection()
    {
        await Probe.Enqueue("words", "a word");
        await Probe.WaitFor("word a word");
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_as_often_as_host_json_says_and_then_moved_to_the_poison_queue()
    {
        await Probe.Enqueue("jobs", "fail");
        await Probe.WaitUntil(async () => (await Probe.Peek($"{Probe.Name}-jobs-poison")).Contains("fail"), "message in the poison queue");
        var attempts = (await Probe.Journal()).Where(entry => entry.StartsWith("message fail", StringComparison.Ordinal));
        Assert.Equal(["message fail 1", "message fail 2", "message fail 3"], attempts);
        Assert.DoesNotContain("fail", await Probe.Peek($"{Probe.Name}-jobs"));
    }
}
