using System.Text.Json.Serialization;

namespace DetainerLedger.Digests;

/// <summary>
/// A week in sentences, with the source fact of every number in them. This is what is stored: HTML and text are rendered from it on request,
/// so that a new layout or style also applies to earlier digests, while their sentences stay word for word as they were composed.
/// </summary>
/// <param name="Revision">The revision of the week that it was composed from.</param>
/// <param name="Sentences">One paragraph each, in reading order. The last one names the source.</param>
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

/// <param name="Text">As written in the sentence: <c>2,825</c>.</param>
/// <param name="Ref">A path of this API and a JSON Pointer into its response: <c>/api/weeks/2017-02-04#/detainersIssued</c>.</param>
public sealed record DigestFact(string Text, string Ref);

/// <summary>A digest in a list.</summary>
public sealed record DigestHeading(DateOnly Week, int Revision, DateTimeOffset ComposedAt, string Headline);
