using System.Globalization;
using System.Text;

namespace DetainerLedger.Digests;

/// <summary>Renders a digest as plain text, for an email or a terminal. Its last paragraph names the source.</summary>
public static class DigestText
{
    /// <summary>In characters. A longer word gets its own line.</summary>
    public const int Width = 72;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <returns>Lines that end in a line feed.</returns>
    public static string Render(Digest digest)
    {
        var text = new StringBuilder();
        text.Append("DETAINER LEDGER: THE WEEKLY DIGEST\n");
        Wrap(text, string.Create(Culture, $"Week of {digest.Week:MMMM d, yyyy}, revision {digest.Revision}"));
        Wrap(text, string.Create(Culture, $"Composed {digest.ComposedAt.UtcDateTime:MMMM d, yyyy, HH:mm} UTC"));
        text.Append('\n');
        Wrap(text, digest.Headline);
        text.Append('-', Width).Append('\n');
        foreach (var sentence in digest.Sentences)
        {
            text.Append('\n');
            Wrap(text, sentence.Text);
        }
        return text.ToString();
    }

    private static void Wrap(StringBuilder text, string paragraph)
    {
        var column = 0;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0)
            {
                var fits = column + 1 + word.Length <= Width;
                text.Append(fits ? ' ' : '\n');
                column = fits ? column + 1 : 0;
            }
            text.Append(word);
            column += word.Length;
        }
        text.Append('\n');
    }
}
