using System.Security.Cryptography;
using System.Text;

namespace DetainerLedger.Places;

/// <summary>The ids of law enforcement agencies: the state's postal code and the printed name, as <c>ca-santa-rita-jail</c>.</summary>
public static class AgencyNames
{
    // In characters, of the words joined by hyphens. The rest of a longer name is replaced by its hash.
    private const int MaxLength = 100;
    private const int HashLength = 4;

    /// <returns>
    /// The same for all spellings that differ only in case, accents, typesetting and punctuation. Null without a state or a name:
    /// the state is never guessed.
    /// </returns>
    /// <param name="state">The postal code of the row's jurisdiction.</param>
    /// <param name="printed">The name, as printed.</param>
    public static string? IdOf(string? state, string? printed)
    {
        if (state is null || string.IsNullOrWhiteSpace(printed)) return null;
        var words = NameNormalizer.Words(printed);
        var name = string.Join('-', words);
        // Letters of other alphabets are not in the words: such a name is identified by its hash, too.
        if (name.Length is 0 or > MaxLength || TextFolding.IsTruncated(TextFolding.Clean(printed)))
            name = Beginning(words) + Hash(TextFolding.Fold(printed).ToUpperInvariant());
        return $"{state.ToLowerInvariant()}-{name}";
    }

    private static string Hash(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, HashLength));

    private static string Beginning(List<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (text.Length + word.Length + 1 > MaxLength) break;
            text.Append(word).Append('-');
        }
        return text.ToString();
    }
}
