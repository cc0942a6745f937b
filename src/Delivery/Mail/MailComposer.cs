using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Digests;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DetainerLedger.Delivery.Mail;

/// <summary>Writes the mails. Their subjects name no place: they are shown on locked screens.</summary>
public sealed class MailComposer(IOptions<MailOptions> options, SiteLinks links, DeliveryKeys keys, TimeProvider time)
{
    // The page shows all of them.
    private const int MostPlaces = 40;

    public MailContent Event(Recipient recipient, KnownChange known)
    {
        var (change, details) = (known.Change, known.Details);
        var national = recipient.Filters.Any(filter => filter.IsNational);
        var followed = Matching.Followed(recipient.Filters, change, details);
        var sections = followed.Take(MostPlaces).Select(place =>
            new MailSection(place.Name, place.Place.Id is { } id ? links.To($"/jurisdictions/{id}") : null, place.Sentences)).ToList();
        if (followed.Count > MostPlaces)
            sections.Add(new MailSection(string.Create(CultureInfo.InvariantCulture, $"{followed.Count - MostPlaces} more places"), links.To(change.Path), []));
        return new MailContent(details.Headline, national ? details.Sentences : [], sections, [new MailLink("Read more", links.To(change.Path))], Why(recipient.Filters))
        {
            ParagraphsHtml = details.Digest is { } digest ? DigestHtml.Paragraphs(digest, links.Url) : null,
            FooterLinks = FooterLinks(recipient),
            Unsubscribe = Link(recipient, TokenPurpose.Unsubscribe, "unsubscribe"),
        };
    }

    public MailContent Confirmation(Recipient recipient) => new(
        "Confirm your subscription",
        [
            $"Someone entered this address to follow {Names(recipient.Requested)} in Detainer Ledger. If it was you, confirm it:",
        ],
        [],
        [new MailLink("Confirm", Link(recipient, TokenPurpose.Confirm, "confirm"))],
        "If it was not you, do nothing: you get no further mail, and the address is deleted within 48 hours.");

    public MailContent WebhookDisabled(Recipient recipient) => new(
        "A webhook was disabled",
        [
            $"Your receiver failed for three days, or answered 410, so nothing more is sent to it. Its subscription is {recipient.Id}.",
            $"Repair the receiver, then call POST /api/subscriptions/{recipient.Id}/enable. GET /api/subscriptions/{recipient.Id} shows the attempts, "
                + "and POST …/replay sends an event again.",
        ],
        [],
        [new MailLink("How webhooks work", links.To("/api/docs"))],
        "You get this because this address was given as the contact of a webhook.");

    public MimeMessage Compose(string address, DeliveryId id, MailContent content)
    {
        var from = new MailboxAddress("Detainer Ledger", options.Value.From);
        var message = new MimeMessage
        {
            Subject = content.Subject,
            Date = time.GetUtcNow(),
            // The same for every try, so that a mail server or a reader can recognize a repetition.
            MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())).AsSpan(0, 16))}@{from.Domain}",
            Body = new MultipartAlternative(Part("plain", MailText.Render(content)), Part("html", MailHtml.Render(content))),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (content.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add(HeaderId.ListId, $"Detainer Ledger <ledger.{from.Domain}>");
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }

    // MimeKit would choose Latin-1 where that suffices, and the HTML says that it is UTF-8. The encoding passes every server.
    private static TextPart Part(string type, string text)
    {
        var part = new TextPart(type) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private MailLink[] FooterLinks(Recipient recipient) =>
    [
        new("See and change what is stored", Link(recipient, TokenPurpose.Manage, "manage")),
        new("Unsubscribe", Link(recipient, TokenPurpose.Unsubscribe, "unsubscribe")),
    ];

    private string Link(Recipient recipient, TokenPurpose purpose, string page) => links.To($"/{page}/{keys.Token(recipient, purpose)}");

    private static string Why(IReadOnlyList<Filter> filters) => $"You get this because this address follows {Names(filters)}.";

    private static string Names(IReadOnlyList<Filter> filters) => string.Join("; ", filters.Select(FilterNames.Of));
}
