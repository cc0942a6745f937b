using System.Text.Json.Serialization;

namespace DetainerLedger.Digests;

/// <summary>A week in sentences, every number of them tied to the fact that it states.</summary>
/// <param name="Revision">The revision of the week that it was composed from.</param>
/// <param name="Sentences">In the order of a story; the last one names the source.</param>
public sealed record Digest(
    DateOnly Week,
    int Revision,
    DateTimeOffset ComposedAt,
    string Headline,
    IReadOnlyList<DigestSentence> Sentences)
{
    /// <summary>One for each number in the headline.</summary>
    public IReadOnlyList<DigestFact> HeadlineFacts { get; init => field = value ?? []; } = [];

    [JsonIgnore]
    public DigestHeading Heading => new(Week, Revision, ComposedAt, Headline);
}

/// <param name="Facts">One for each number in the text, in order; a quotation is one fact as a whole.</param>
public sealed record DigestSentence(string Text, IReadOnlyList<DigestFact> Facts);

/// <param name="Text">As it stands in the sentence: <c>2,825</c>.</param>
/// <param name="Ref">A path of this API and a JSON Pointer into its answer: <c>/api/weeks/2017-02-04#/detainersIssued</c>.</param>
public sealed record DigestFact(string Text, string Ref);

/// <summary>A digest as a list shows it.</summary>
public sealed record DigestHeading(DateOnly Week, int Revision, DateTimeOffset ComposedAt, string Headline);

/// <summary>A digest and what it looked like when it was composed: later versions of the renderers don't rewrite it.</summary>
public sealed record StoredDigest(Digest Digest, string Html, string Text);
