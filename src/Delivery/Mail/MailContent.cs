namespace DetainerLedger.Delivery.Mail;

/// <summary>A mail, before it is rendered as text and as HTML.</summary>
/// <param name="Sections">One for each place, in order.</param>
/// <param name="Actions">Links on which the reader may act, such as <em>Confirm</em>.</param>
/// <param name="Footer">Why it was sent.</param>
public sealed record MailContent(
    string Subject, IReadOnlyList<string> Paragraphs, IReadOnlyList<MailSection> Sections, IReadOnlyList<MailLink> Actions, string Footer)
{
    /// <summary>Paragraphs as HTML, if they have links within them; null to encode <see cref="Paragraphs"/>.</summary>
    public string? ParagraphsHtml { get; init; }

    /// <summary>Links below the footer: to manage and to leave.</summary>
    public IReadOnlyList<MailLink> FooterLinks { get; init; } = [];

    /// <summary>Where one click unsubscribes (RFC 8058); null for a mail that isn't sent to a subscriber.</summary>
    public string? Unsubscribe { get; init; }
}

/// <param name="Link">The page with all of it; null if there is none.</param>
public sealed record MailSection(string Heading, string? Link, IReadOnlyList<string> Sentences);

public sealed record MailLink(string Text, string Url);
