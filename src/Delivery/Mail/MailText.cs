using System.Text;

namespace DetainerLedger.Delivery.Mail;

/// <summary>Renders a mail as plain text. Lines are at most <see cref="Width"/> characters, except links.</summary>
public static class MailText
{
    public const int Width = 72;

    public static string Render(MailContent mail)
    {
        var text = new StringBuilder();
        Wrap(text, mail.Subject);
        text.Append('-', Math.Min(Width, mail.Subject.Length)).Append('\n');
        foreach (var paragraph in mail.Paragraphs) Wrap(text.Append('\n'), paragraph);
        foreach (var section in mail.Sections)
        {
            Wrap(text.Append('\n'), section.Heading);
            foreach (var sentence in section.Sentences) Wrap(text, sentence, "- ", "  ");
            if (section.Link is { } link) text.Append(link).Append('\n');
        }

        foreach (var action in mail.Actions) text.Append('\n').Append(action.Text).Append(":\n").Append(action.Url).Append('\n');
        text.Append("\n-- \n");
        Wrap(text, mail.Footer);
        foreach (var link in mail.FooterLinks) text.Append(link.Text).Append(": ").Append(link.Url).Append('\n');
        return text.ToString();
    }

    private static void Wrap(StringBuilder text, string paragraph, string first = "", string following = "")
    {
        var column = first.Length;
        text.Append(first);
        var isFirstWord = true;
        foreach (var word in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isFirstWord)
            {
                var fits = column + 1 + word.Length <= Width;
                text.Append(fits ? " " : $"\n{following}");
                column = fits ? column + 1 : following.Length;
            }

            text.Append(word);
            column += word.Length;
            isFirstWord = false;
        }

        text.Append('\n');
    }
}
