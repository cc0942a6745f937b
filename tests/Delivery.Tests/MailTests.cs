using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Digests;
using DetainerLedger.Subscriptions;
using MimeKit;
using SmtpServer.Protocol;

namespace DetainerLedger.Delivery.Tests;

/// <summary>From a publication to a mail, over real storage and real SMTP.</summary>
public sealed class MailTests(Emulator emulator)
{
    private const string Reader = "reader@example.org";
    private static readonly Filter Travis = new(Jurisdiction: "tx-travis-county");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publication_becomes_one_mail_with_the_changes_of_all_followed_places()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        await world.Publish(World.Week.AddDays(-7), (Made.Travis, 1, "Honors all"), (Made.Bexar, 1, null), (Made.Cook, 1, "Honors none"));
        await world.DispatchAndPump();
        await world.Follow(Reader, Travis);
        await world.Follow(Reader, new Filter(Jurisdiction: "tx-bexar-county"));
        await world.Pump();
        mail.Mails.Clear();

        await world.Publish(World.Week, (Made.Travis, 3, "Honors none"), (Made.Bexar, 1, "Honors some"), (Made.Cook, 9, "Honors none"));
        await world.DispatchAndPump();
        await world.DispatchAndPump();

        var sent = Assert.Single(mail.Mails);
        Assert.Contains("Travis County, Texas", sent.TextBody, StringComparison.Ordinal);
        Assert.Contains("recorded as declined: 3; in the week of", OneLine(sent), StringComparison.Ordinal);
        Assert.Contains("Listed, enacted: January 2017, under “Honors none”", OneLine(sent), StringComparison.Ordinal);
        Assert.Contains("Bexar County, Texas", sent.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Cook", sent.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Travis", sent.Subject, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", sent.Headers[HeaderId.ListUnsubscribePost]);
        Assert.StartsWith("<https://ledger.example/unsubscribe/", sent.Headers[HeaderId.ListUnsubscribe], StringComparison.Ordinal);
        Assert.DoesNotContain("<img", sent.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", sent.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_changed()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        await world.Publish(World.Week, (Made.Travis, 0, "Honors all"), (Made.Cook, 1, null));
        await world.DispatchAndPump();
        await world.Follow(Reader, Travis);
        await world.Pump();
        mail.Mails.Clear();

        await world.Publish(World.Week, (Made.Travis, 0, "Honors all"), (Made.Cook, 2, null));
        await world.DispatchAndPump();

        Assert.Empty(mail.Mails);
    }

    [Fact]
    public async Task Corrections_and_revisions_are_sent_when_they_happen()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();
        await world.Follow(Reader, Travis with { Corrections = true });
        await world.Pump();
        mail.Mails.Clear();

        await world.Publish(World.Week.AddDays(7), (Made.Travis, 5, null));
        await world.Publish(World.Week, (Made.Travis, 4, null));
        await world.Correct(World.Week, Made.Travis, Made.Cook);
        await world.DispatchAndPump();

        Assert.Equal(2, mail.Mails.Count);
        Assert.Contains(mail.Mails, sent => sent.Subject!.EndsWith("was revised: revision 2", StringComparison.Ordinal));
        Assert.Contains(mail.Mails, sent => OneLine(sent).Contains("published as 3, corrected to 0.", StringComparison.Ordinal) && !OneLine(sent).Contains("Cook", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_digest_of_the_newest_week_reaches_readers_of_everything_and_earlier_ones_no_one()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        await world.Follow(Reader, new Filter());
        await world.Follow("other@example.org", Travis);
        await world.Pump();
        mail.Mails.Clear();
        await world.Publish(World.Week.AddDays(-7), (Made.Travis, 1, null));
        await world.Publish(World.Week, (Made.Cook, 1, null), (Made.Travis, 1, null));
        for (var i = 0; i < 2; i++) Assert.NotNull(await world.Get<WeeklyDigest>().ComposeNext(Cancellation));

        await world.DispatchAndPump();

        var digest = Assert.Single(mail.Mails, sent => sent.To.ToString().Contains(Reader, StringComparison.Ordinal));
        Assert.Contains("102", digest.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://ledger.example/api/weeks/", digest.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(2, mail.Mails.Count(sent => sent.To.ToString().Contains("other@", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_published_before_the_first_start_and_old_weeks_are_not_sent()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        await world.Follow(Reader, new Filter("TX"));
        await world.Pump();
        mail.Mails.Clear();

        await world.Publish(new DateOnly(2017, 2, 4), (Made.Travis, 3, null));
        await world.DispatchAndPump();

        Assert.Empty(mail.Mails);
    }

    [Fact]
    public async Task An_address_is_confirmed_first_and_one_request_is_sent_in_an_hour()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        for (var i = 0; i < 3; i++) Assert.Equal(FollowAnswer.Accepted, await world.Follows.Ask(Reader, i == 0 ? Travis : new Filter("TX"), Cancellation));
        await world.Pump();
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();

        var asked = Assert.Single(mail.Mails);
        Assert.Null(asked.Headers[HeaderId.ListUnsubscribe]);
        var token = asked.TextBody!.Split('\n').Single(line => line.StartsWith("https://ledger.example/confirm/", StringComparison.Ordinal)).Split('/')[^1].Trim();

        var confirmed = await world.Follows.Confirm(token, [Travis.Key], Cancellation);
        Assert.Equal([Travis], confirmed!.Filters);
        Assert.Equal(RecipientState.Active, confirmed.State);
        Assert.Equal([Travis], (await world.Follows.Confirm(token, [Travis.Key], Cancellation))!.Filters);
        Assert.False(await world.Follows.Leave(token, Cancellation));
    }

    [Fact]
    public async Task What_is_not_confirmed_within_48_hours_is_deleted()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        await world.Follows.Ask(Reader, Travis, Cancellation);
        await world.Pump();
        var id = world.Get<Keys.DeliveryKeys>().IdsOf(Reader)[0];
        var row = (await world.Get<IRecipientStore>().FindRecipient(id, Cancellation))!;

        await world.Pass(TimeSpan.FromHours(47));
        Assert.NotNull(await world.Get<IRecipientStore>().FindRecipient(id, Cancellation));
        await world.Pass(TimeSpan.FromHours(2));

        Assert.Null(await world.Get<IRecipientStore>().FindRecipient(id, Cancellation));
        Assert.Empty(await world.Deliveries(row));
    }

    [Fact]
    public async Task Leaving_deletes_the_row_and_its_deliveries_at_once_and_ends_every_link()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        var reader = await world.Follow(Reader, Travis);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.Dispatcher.Run(Cancellation);
        var token = world.Get<Keys.DeliveryKeys>().Token(reader, TokenPurpose.Unsubscribe).ToString();
        Assert.NotEmpty(await world.Deliveries(reader));

        Assert.True(await world.Follows.Leave(token, Cancellation));

        Assert.Empty(await world.Deliveries(reader));
        Assert.False(await world.Follows.Leave(token, Cancellation));
        await world.Pump();
        Assert.Empty(mail.Mails);
        await world.Follow(Reader, Travis);
        Assert.False(await world.Follows.Leave(token, Cancellation));
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_ends_its_subscription()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        var reader = await world.Follow(Reader, Travis);
        await world.Pump();
        mail.Unknown[Reader] = true;

        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();

        Assert.Null(await world.Get<IRecipientStore>().FindRecipient(reader.Id, Cancellation));
        Assert.Empty(await world.Deliveries(reader));
    }

    [Fact]
    public async Task A_server_that_refuses_mails_ends_nothing_and_gets_each_once_when_it_is_repaired()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        var reader = await world.Follow(Reader, Travis);
        await world.Pump();
        mail.Mails.Clear();
        mail.Refusal = new SmtpResponse(SmtpReplyCode.TransactionFailed, "5.7.1 relaying denied");
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();
        await world.Pass(TimeSpan.FromMinutes(3));

        mail.Refusal = null;
        await world.Pass(TimeSpan.FromMinutes(20));
        await world.Pass(TimeSpan.FromDays(1));

        Assert.Single(mail.Mails);
        var delivery = Assert.Single(await world.Deliveries(reader), delivery => delivery.Id.Change.StartsWith("week-", StringComparison.Ordinal));
        Assert.Equal(DeliveryState.Delivered, delivery.State);
        Assert.Equal(["mail-refused", "mail-refused", null], delivery.Attempts.Select(attempt => attempt.Error));
    }

    [Fact]
    public async Task A_flood_of_requests_is_refused_for_everyone_alike()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail, new Dictionary<string, string?> { ["Delivery:RequestsPerHour"] = "5" });
        for (var i = 0; i < 5; i++) Assert.Equal(FollowAnswer.Accepted, await world.Follows.Ask($"reader{i}@example.org", Travis, Cancellation));

        Assert.Equal(FollowAnswer.TooManyRequests, await world.Follows.Ask("reader0@example.org", Travis, Cancellation));
        Assert.Equal(FollowAnswer.TooManyRequests, await world.Follows.Ask("reader9@example.org", Travis, Cancellation));
        world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(FollowAnswer.Accepted, await world.Follows.Ask("reader9@example.org", Travis, Cancellation));
    }

    private static string OneLine(MimeMessage mail) => string.Join(' ', mail.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
