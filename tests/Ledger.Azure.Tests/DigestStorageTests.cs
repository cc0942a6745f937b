using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
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
        Assert.Equal("the first", stored!.Headline);
        Assert.Equal(DigestHtml.Render(Digest(1, 1, "the first")), DigestHtml.Render(stored));
        Assert.Equal(Digest(1, 1, "").Sentences[0].Facts, stored.Sentences[0].Facts);
        Assert.Equal(Digest(1, 1, "").HeadlineFacts, stored.HeadlineFacts);
        Assert.Null(await ledger.FindDigest(Made.Week.AddDays(7), 2, Cancellation));
    }

    [Fact]
    public async Task Neither_HTML_nor_text_is_stored_so_that_a_new_style_applies_to_every_digest()
    {
        var name = await storage.CreateLedger();
        using var ledger = storage.Open(name);
        await ledger.KeepDigest(Digest(0, 1, "a headline"), Cancellation);

        using var stored = JsonDocument.Parse(await Stored(name));

        var digest = Assert.Single(stored.RootElement.EnumerateObject());
        Assert.Equal("digest", digest.Name);
        Assert.Equal(
            ["week", "revision", "composedAt", "headline", "sentences", "headlineFacts"],
            digest.Value.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task A_digest_that_an_earlier_version_stored_has_its_sentences_word_for_word_and_the_present_style()
    {
        const string Sentences =
            """{"week":"2017-02-04","revision":1,"composedAt":"2017-02-13T09:00:00+00:00","headline":"47 were recorded as declined.","sentences":""" +
            """[{"text":"47 were recorded as declined.","facts":[{"text":"47","ref":"/api/weeks/2017-02-04#/detainersDeclined"}]},{"text":"Source: a.pdf.","facts":[]}]""" +
            ""","headlineFacts":[{"text":"47","ref":"/api/weeks/2017-02-04#/detainersDeclined"}]}""";
        var name = await storage.CreateLedger();
        await StoreAsBefore(name, $$"""{"digest":{{Sentences}},"html":"<style>an old style</style>","text":"AN OLD LAYOUT"}""");
        using var ledger = storage.Open(name);

        var digest = await ledger.FindDigest(Made.Week, 1, Cancellation);

        Assert.Equal(Sentences, JsonSerializer.Serialize(digest, JsonSerializerOptions.Web));
        var page = DigestHtml.Render(digest!);
        Assert.Contains("""<p><a href="/api/weeks/2017-02-04#/detainersDeclined">47</a> were recorded as declined.</p>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("an old style", page, StringComparison.Ordinal);
        Assert.Equal(DigestHtml.StyleHash, HashOfStyle(page));
        Assert.EndsWith("\n47 were recorded as declined.\n\nSource: a.pdf.\n", DigestText.Render(digest!), StringComparison.Ordinal);
        Assert.Equal([digest!.Heading], await ledger.ListDigests(Cancellation));
        Assert.False(await ledger.KeepDigest(Digest(0, 1, "another"), Cancellation));
    }

    [Fact]
    public async Task A_stored_document_without_a_digest_fails_with_its_week()
    {
        var name = await storage.CreateLedger();
        await StoreAsBefore(name, """{"html":"<p>47</p>","text":"47"}""");
        using var ledger = storage.Open(name);

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => ledger.FindDigest(Made.Week, 1, Cancellation));

        Assert.Equal("The stored digest of 2017-02-04, revision 1, has no sentences.", failure.Message);
    }

    [Fact]
    public async Task A_digest_that_quotes_a_long_notice_is_kept_whole_and_listed_once()
    {
        using var ledger = storage.Open(await storage.CreateLedger(), new RequestLog());
        var words = Convert.ToHexString(RandomNumberGenerator.GetBytes(900_000));
        var digest = Digest(0, 1, "long") with { Sentences = [new DigestSentence(words, [])] };

        Assert.True(await ledger.KeepDigest(digest, Cancellation));
        Assert.False(await ledger.KeepDigest(digest, Cancellation));

        Assert.Equal(words, (await ledger.FindDigest(Made.Week, 1, Cancellation))!.Sentences[0].Text);
        Assert.Equal([digest.Heading], await ledger.ListDigests(Cancellation));
    }

    [Fact]
    public async Task Digests_are_listed_newest_week_first_and_in_it_the_newest_revision()
    {
        using var ledger = storage.Open(await storage.CreateLedger());
        foreach (var (week, revision) in new[] { (1, 1), (0, 1), (2, 1), (1, 2) }) await ledger.KeepDigest(Digest(week, revision, "a headline"), Cancellation);

        var headings = await ledger.ListDigests(Cancellation);

        Assert.Equal(
            new[] { (2, 1), (1, 2), (1, 1), (0, 1) }.Select(key => Digest(key.Item1, key.Item2, "a headline").Heading),
            headings);
    }

    private static Digest Digest(int week, int revision, string headline) => new(
        Made.Week.AddDays(7 * week), revision, Made.Morning, headline,
        [new DigestSentence("47 were recorded as declined.", [new DigestFact("47", "/api/weeks/2017-02-04#/detainersDeclined")])])
    {
        HeadlineFacts = [new DigestFact("117", "/api/weeks/2017-02-04#/previousWeek/jurisdictionsListed")],
    };

    /// <summary>Writes the entity as versions did that stored HTML and text: plain columns of the heading, and the document compressed.</summary>
    private async Task StoreAsBefore(string name, string document)
    {
        var inverted = DateOnly.MaxValue.DayNumber - Made.Week.DayNumber;
        await storage.Tables(name).Digests.AddEntityAsync(
            new TableEntity("digests", string.Create(CultureInfo.InvariantCulture, $"{inverted:0000000}|999998|000"))
            {
                ["Data00"] = Compress(document),
                ["Parts"] = 1,
                ["Week"] = "2017-02-04",
                ["Revision"] = 1,
                ["ComposedAt"] = Made.Morning,
                ["Headline"] = "47 were recorded as declined.",
            },
            Cancellation);
    }

    private async Task<string> Stored(string name)
    {
        await foreach (var entity in storage.Tables(name).Digests.QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            await using var json = new BrotliStream(new MemoryStream(entity.GetBinary("Data00")), CompressionMode.Decompress);
            using var reader = new StreamReader(json);
            return await reader.ReadToEndAsync(Cancellation);
        }

        throw new InvalidOperationException("No digest is stored.");
    }

    private static byte[] Compress(string text)
    {
        using var packed = new MemoryStream();
        using (var compressor = new BrotliStream(packed, CompressionLevel.Optimal)) compressor.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string HashOfStyle(string page)
    {
        var sheet = page.Split("<style>")[1].Split("</style>")[0];
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}";
    }
}
