using DetainerLedger.Digests;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Digests;

public sealed class DigestLengthTests
{
    private const int Longest = 60_000;
    private const string Shortened = "This digest is shortened: the weekly summary has what it leaves out.";

    [Fact]
    public void A_digest_of_usual_length_is_not_shortened() =>
        Assert.DoesNotContain(Compose(SampleWeek.Summary).Sentences, sentence => sentence.Text == Shortened);

    [Fact]
    public void A_long_notice_is_quoted_with_its_beginning()
    {
        var text = string.Concat(Enumerable.Repeat("𝒶word ", 1_000_000));

        var digest = Compose(SampleWeek.Summary with { Notices = [new Notice(text, SampleWeek.Somewhere)] });

        var quote = digest.Sentences.SelectMany(sentence => sentence.Facts).Single(fact => fact.Ref.EndsWith("/notices/0/text", StringComparison.Ordinal)).Text;
        Assert.True(quote.Length <= 2_000);
        Assert.EndsWith("…", quote, StringComparison.Ordinal);
        Assert.StartsWith(quote[..^1], text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_make_it_too_long_is_left_out_and_that_is_said()
    {
        var notices = Enumerable.Repeat(new Notice(new string('x', 1_900), SampleWeek.Somewhere), 10_000);

        var digest = Compose(SampleWeek.Summary with { Notices = [.. notices] });

        Assert.True(digest.Sentences.Sum(sentence => sentence.Text.Length) <= Longest + Shortened.Length);
        Assert.Single(digest.Sentences, sentence => sentence.Text == Shortened);
        Assert.Contains("SHA-256", digest.Sentences[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_left_out_whole_and_the_others_stay()
    {
        var places = Enumerable.Range(0, 20_000).Select(i => SampleWeek.County("TX", $"County of a rather long name {i}")).ToList();
        var usual = Compose(SampleWeek.Summary);

        var digest = Compose(SampleWeek.Summary with { Listings = SampleWeek.Summary.Listings with { Added = places } });

        Assert.True(digest.Sentences.Sum(sentence => sentence.Text.Length) <= Longest + Shortened.Length);
        Assert.Contains(digest.Sentences, sentence => sentence.Text == Shortened);
        Assert.Equal(usual.Sentences[0].Text, digest.Sentences[0].Text);
        Assert.Equal(usual.Sentences[^1].Text, digest.Sentences[^1].Text);
    }

    private static Digest Compose(WeekSummary summary) => DigestComposer.Compose(summary, null, SampleWeek.ComposedAt);
}
