using System.Text.RegularExpressions;

namespace DetainerLedger.Corpus.Oracle;

/// <summary>Whether a cell that was read says what was printed.</summary>
internal static partial class CellComparison
{
    public static bool AreEqual(string? expected, string? actual) =>
        string.Equals(expected, actual, StringComparison.Ordinal)
        || (expected is not null && actual is not null && (HasAllParts(expected, actual) || (expected.Contains('\n') && WithoutNumbers(expected) == WithoutNumbers(actual))));

    // All parts, in any order, and nothing between them but punctuation. Parts that say the same may be said once.
    private static bool HasAllParts(string expected, string actual)
    {
        if (!expected.Contains(ExpectedFacts.Part)) return false;
        var parts = expected.Split(ExpectedFacts.Part).Distinct().OrderByDescending(part => part.Length).ToList();
        foreach (var part in parts)
        {
            var at = actual.IndexOf(part, StringComparison.Ordinal);
            if (at < 0) return false;
            actual = string.Concat(actual.AsSpan(0, at), " ", actual.AsSpan(at + part.Length));
        }

        return !actual.Any(char.IsLetterOrDigit);
    }

    // Items may keep the number that they were printed with.
    private static string WithoutNumbers(string items) => ItemNumber().Replace(items, "");

    [GeneratedRegex(@"^\(?\d{1,2}[.)]\s+", RegexOptions.Multiline)]
    private static partial Regex ItemNumber();
}
