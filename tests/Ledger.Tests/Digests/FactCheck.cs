using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DetainerLedger.Digests;
using DetainerLedger.Queries;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Digests;

/// <summary>Follows a digest's facts into the answers of the API, as a reader would.</summary>
internal sealed partial class FactCheck
{
    private readonly Dictionary<string, JsonElement> _answers = [];

    public FactCheck With(WeekSummary summary)
    {
        _answers[$"/api/weeks/{ReportingWeek.Name(summary.Week)}"] = JsonSerializer.SerializeToElement(summary, JsonSerializerOptions.Web);
        return this;
    }

    /// <summary>What is wrong with a digest: numbers without a fact, facts out of order, facts that the answer doesn't state.</summary>
    public IEnumerable<string> Complaints(Digest digest) => digest.Sentences
        .Append(new DigestSentence(digest.Headline, digest.HeadlineFacts))
        .SelectMany(sentence => Uncovered(sentence).Concat(Unstated(sentence)));

    private IEnumerable<string> Unstated(DigestSentence sentence) => sentence.Facts
        .Where(fact => !States(fact))
        .Select(fact => $"{fact.Ref} is not {fact.Text}");

    private bool States(DigestFact fact)
    {
        var parts = fact.Ref.Split('#');
        return parts.Length == 2
            && _answers.TryGetValue(parts[0], out var answer)
            && Resolve(answer, parts[1]) is { } value
            && Says(value, fact.Text);
    }

    private static IEnumerable<string> Uncovered(DigestSentence sentence)
    {
        var done = 0;
        foreach (var fact in sentence.Facts)
        {
            var start = sentence.Text.IndexOf(fact.Text, done, StringComparison.Ordinal);
            if (start < 0)
            {
                yield return $"'{fact.Text}' is not in '{sentence.Text[done..]}'";
                yield break;
            }
            if (Digits().IsMatch(sentence.Text[done..start])) yield return $"A number without a fact in '{sentence.Text[done..start]}'";
            done = start + fact.Text.Length;
        }
        if (Digits().IsMatch(sentence.Text[done..])) yield return $"A number without a fact in '{sentence.Text[done..]}'";
    }

    private static JsonElement? Resolve(JsonElement value, string pointer)
    {
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var found = value.ValueKind switch
            {
                JsonValueKind.Array when int.Parse(token, CultureInfo.InvariantCulture) is var i && i < value.GetArrayLength() => value[i],
                JsonValueKind.Object when value.TryGetProperty(token, out var property) => property,
                _ => (JsonElement?)null,
            };
            if (found is null) return null;
            value = found.Value;
        }
        return value;
    }

    private static bool Says(JsonElement value, string text) => value.ValueKind switch
    {
        JsonValueKind.Array => Parse(text) == value.GetArrayLength(),
        JsonValueKind.Number when text.EndsWith('%') => decimal.Parse(text[..^1], CultureInfo.InvariantCulture) == value.GetDecimal() * 100,
        JsonValueKind.Number => Parse(text) == value.GetInt32(),
        JsonValueKind.String when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out var day) => IsDate(text, day),
        JsonValueKind.String => text == Words(value.GetString()!) || text == $"SHA-256 {value.GetString()}",
        _ => false,
    };

    private static int Parse(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static bool IsDate(string text, DateOnly day) =>
        new[] { "MMMM d, yyyy", "MMMM d", "yyyy" }.Any(format => text == day.ToString(format, CultureInfo.InvariantCulture));

    private static string Words(string text) => Blank().Replace(text, " ").Trim();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blank();
}
