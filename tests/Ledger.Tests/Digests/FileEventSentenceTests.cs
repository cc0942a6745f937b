using DetainerLedger.Digests;
using DetainerLedger.History;
using DetainerLedger.Queries;

namespace DetainerLedger.Tests.Digests;

/// <summary>What happened to the report's file at the agency.</summary>
public sealed class FileEventSentenceTests
{
    [Theory]
    [InlineData(FileEventKind.Withdrawn, null, "On April 11, 2017, the agency's page no longer linked the report.")]
    [InlineData(FileEventKind.Withdrawn, 410, "On April 11, 2017, the report was no longer at the agency's address.")]
    [InlineData(FileEventKind.Returned, null, "On April 11, 2017, the report was at the agency's address again.")]
    [InlineData(FileEventKind.Changed, null, "On April 11, 2017, the agency's address of the report had another file than before.")]
    public void Each_event_is_a_sentence_whose_day_is_a_fact(FileEventKind kind, int? status, string sentence)
    {
        var at = new DateTimeOffset(2017, 4, 11, 23, 59, 0, TimeSpan.Zero);
        var file = new FileEvent("1", kind, at, "https://agency.example/", "https://agency.example/report.pdf", "aa") { Status = status };
        var summary = SampleWeek.Summary with { FileEvents = [FileEventRow.Of(file)] };

        var digest = DigestComposer.Compose(summary, previousCorrected: null, SampleWeek.ComposedAt);

        Assert.Contains(sentence, digest.Sentences.Select(each => each.Text));
        Assert.DoesNotContain(
            new FactCheck().With(summary).With(SampleWeek.Summary with { Week = new DateOnly(2017, 1, 28) }).Complaints(digest),
            complaint => complaint.Contains("April", StringComparison.Ordinal) || complaint.Contains("fileEvents", StringComparison.Ordinal));
    }
}
