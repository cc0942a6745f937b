using DetainerLedger.History;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Tests.Subscriptions;

public sealed class FileChangesTests
{
    [Theory]
    [InlineData(FileEventKind.Changed, "file.changed")]
    [InlineData(FileEventKind.Withdrawn, "file.withdrawn")]
    [InlineData(FileEventKind.Returned, "file.returned")]
    public void An_event_of_a_file_is_delivered_with_an_id_that_a_webhook_can_have(FileEventKind kind, string type)
    {
        var file = new FileEvent("0123456789abcdef-8d4a1b2c3d4e5f6-changed", kind, DateTimeOffset.UnixEpoch, "https://agency.example/", "https://agency.example/a.pdf", "aa");

        var change = Assert.Single(FileChanges.Of(new LedgerIndex([], [], "", [file]).Now));

        Assert.Equal((type, file.At, "/sources"), (change.Type, change.At, change.Path));
        Assert.Matches("^[A-Za-z0-9.-]{1,100}$", change.Id);
        Assert.EndsWith(file.Id, change.Id, StringComparison.Ordinal);
    }
}
