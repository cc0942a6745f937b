using System.Security.Cryptography;
using DetainerLedger.Digests;

namespace DetainerLedger.Storage.Tests;

public sealed class DigestStorageTests(Storage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_of_two_runs_has_the_digest()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        Assert.True(await ledger.KeepDigest(Digest(1, 1, "the first"), Cancellation));
        Assert.False(await ledger.KeepDigest(Digest(1, 1, "the second"), Cancellation));

        var stored = await ledger.FindDigest(Made.Week.AddDays(7), 1, Cancellation);
        Assert.Equal("the first", stored!.Digest.Headline);
        Assert.Equal("<p>the first</p>", stored.Html);
        Assert.Equal(Digest(1, 1, "").Digest.Sentences[0].Facts, stored.Digest.Sentences[0].Facts);
        Assert.Equal(Digest(1, 1, "").Digest.HeadlineFacts, stored.Digest.HeadlineFacts);
        Assert.Null(await ledger.FindDigest(Made.Week.AddDays(7), 2, Cancellation));
    }

    [Fact]
    public async Task A_digest_that_quotes_a_long_notice_is_kept_whole_and_listed_once()
    {
        using var ledger = storage.Open(await storage.CreateLedger(), new RequestLog());
        var words = Convert.ToHexString(RandomNumberGenerator.GetBytes(900_000));
        var digest = Digest(0, 1, "long") with { Text = words };

        Assert.True(await ledger.KeepDigest(digest, Cancellation));
        Assert.False(await ledger.KeepDigest(digest, Cancellation));

        Assert.Equal(words, (await ledger.FindDigest(Made.Week, 1, Cancellation))!.Text);
        Assert.Equal([digest.Digest.Heading], await ledger.ListDigests(Cancellation));
    }

    [Fact]
    public async Task Digests_are_listed_newest_week_first_and_in_it_the_newest_revision()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        foreach (var (week, revision) in new[] { (1, 1), (0, 1), (2, 1), (1, 2) }) await ledger.KeepDigest(Digest(week, revision, "a headline"), Cancellation);

        var headings = await ledger.ListDigests(Cancellation);

        Assert.Equal(
            new[] { (2, 1), (1, 2), (1, 1), (0, 1) }.Select(key => Digest(key.Item1, key.Item2, "a headline").Digest.Heading),
            headings);
    }

    private static StoredDigest Digest(int week, int revision, string headline) => new(
        new Digest(
            Made.Week.AddDays(7 * week), revision, Made.Morning, headline,
            [new DigestSentence("47 were recorded as declined.", [new DigestFact("47", "/api/weeks/2017-02-04#/detainersDeclined")])])
        {
            HeadlineFacts = [new DigestFact("117", "/api/weeks/2017-02-04#/previousWeek/jurisdictionsListed")],
        },
        $"<p>{headline}</p>",
        headline);
}
