using DetainerLedger.History;
using DetainerLedger.Queries;

namespace DetainerLedger.Digests;

/// <summary>
/// Describes a week in neutral sentences: what was published, what changed, and what was questioned or corrected.
/// A pure function of the weekly summary, in whose response every number can be found.
/// </summary>
public static class DigestComposer
{
    /// <param name="previousCorrected">The previous week's totals after the corrections known now; null without any.</param>
    public static Digest Compose(WeekSummary summary, WeekTotals? previousCorrected, DateTimeOffset composedAt)
    {
        var totals = new TotalsSentences(summary, previousCorrected);
        var report = new ReportSentences(summary);
        Phrase[] sentences =
        [
            .. report.Opening(),
            .. totals.All(),
            .. report.Notices(),
            .. new ListingSentences(summary).All(),
            .. new DeclineSentences(summary).All(),
            .. new CorrectionSentences(summary).All(),
            .. report.FileEvents(),
        ];
        var headline = totals.Headline().ToSentence();
        return new Digest(summary.Week, summary.Revision, composedAt, headline.Text, [.. DigestLength.Shorten(sentences, [.. report.Closing()]).Select(phrase => phrase.ToSentence())])
        {
            HeadlineFacts = headline.Facts,
        };
    }
}
