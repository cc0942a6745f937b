using System.Diagnostics.CodeAnalysis;

namespace DetainerLedger.Places;

/// <summary>
/// What replaces a letter: pages of 256 letters, of which few exist. Unlike a dictionary with keys of type <see cref="char"/>, it needs
/// no code that a process has to compile when it starts.
/// </summary>
internal sealed class LetterTable
{
    private readonly string?[]?[] _pages = new string?[]?[256];

    /// <exception cref="ArgumentException">Two rules are about the same letter.</exception>
    public LetterTable(params (string Letters, string Plain)[] rules)
    {
        foreach (var (letters, plain) in rules)
        {
            foreach (var letter in letters)
            {
                var page = _pages[letter >> 8] ??= new string?[256];
                if (page[letter & 0xFF] is not null) throw new ArgumentException($"Two rules are about {letter}.", nameof(rules));
                page[letter & 0xFF] = plain;
            }
        }
    }

    public bool TryGetValue(char letter, [NotNullWhen(true)] out string? plain)
    {
        plain = _pages[letter >> 8]?[letter & 0xFF];
        return plain is not null;
    }
}
