using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Who misuses the form: to fill the tables, to send mail to others, to put something into a mail.</summary>
public sealed class HostileSubscriberTests(Emulator emulator)
{
    private const string Victim = "victim@example.org";
    private static readonly Filter Travis = new(Jurisdiction: "tx-travis-county");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_unconfirmed_requests_get_nothing_and_hold_up_nobody()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        var reader = await world.Follow("reader@example.org", Travis);
        await world.Pump();
        mail.Mails.Clear();
        await world.AddReaders(10_000, RecipientState.Pending, Travis, world.Time.GetUtcNow() + Follows.ConfirmWithin);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        var requests = new ManyTests.Counter();
        await using var sending = world.Another(requests);

        await sending.DispatchAndPump();

        Assert.Equal("reader@example.org", Assert.Single(mail.Mails).To.ToString());
        Assert.Equal(1, await world.CountRows(tables => tables.Deliveries, $"RowKey lt '{reader.Id}|confirm' or RowKey gt '{reader.Id}|confirm~'"));
        Assert.InRange(requests.Count, 20, 60);
    }

    [Fact]
    public async Task Requests_that_nobody_confirms_are_deleted_after_48_hours()
    {
        await using var world = await World.Create(emulator);
        await world.AddReaders(100, RecipientState.Pending, Travis, world.Time.GetUtcNow() + Follows.ConfirmWithin);
        await world.AddReaders(10, RecipientState.Pending, Travis, world.Time.GetUtcNow() + Follows.ConfirmWithin + TimeSpan.FromHours(2), firstNumber: 100);

        world.Time.Advance(Follows.ConfirmWithin + TimeSpan.FromMinutes(1));
        var (_, expired) = await world.Get<Sweep>().Run(Cancellation);

        Assert.Equal((100, 10), (expired, await world.CountRows(tables => tables.Recipients)));
    }

    [Fact]
    public async Task Two_hundred_requests_an_hour_are_accepted_from_everyone_together()
    {
        await using var world = await World.Create(emulator);
        Assert.Equal(200, new DeliveryOptions().RequestsPerHour);
        var marks = world.Get<IDispatchMarks>();
        for (var i = 0; i < 199; i++) Assert.True(await marks.Count("requests", world.Time.GetUtcNow(), 200, Cancellation));

        Assert.Equal(FollowAnswer.Accepted, await world.Follows.Ask("reader@example.org", Travis, Cancellation));
        Assert.Equal(FollowAnswer.TooManyRequests, await world.Follows.Ask("other@example.org", Travis, Cancellation));
        Assert.Equal(1, await world.CountRows(tables => tables.Recipients));
    }

    [Fact]
    public async Task An_address_that_does_not_confirm_gets_three_mails_at_most_and_one_an_hour()
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);
        for (var minutes = 0; minutes < 47 * 60; minutes += 40)
        {
            Assert.Equal(FollowAnswer.Accepted, await world.Follows.Ask(Victim, Travis, Cancellation));
            await world.Pump();
            Assert.InRange(mail.Mails.Count, 1, Math.Min(3, 1 + (minutes / 60)));
            world.Time.Advance(TimeSpan.FromMinutes(40));
        }

        Assert.Equal(3, mail.Mails.Count);
    }

    [Theory]
    [InlineData("victim@example.org\r\nBcc: other@example.org")]
    [InlineData("victim@example.org\nSubject: Buy")]
    [InlineData("victim@example.org, other@example.org")]
    [InlineData("\"victim\r\nBcc: other\"@example.org")]
    [InlineData("victim@example.org\u2028Bcc: other@example.org")]
    [InlineData("victim@example.org>\r\nRCPT TO:<other@example.org")]
    public async Task What_could_put_something_into_a_mail_is_no_address(string address)
    {
        await using var mail = MailServer.Start();
        await using var world = await World.Create(emulator, mail);

        Assert.Equal(FollowAnswer.InvalidAddress, await world.Follows.Ask(address, Travis, Cancellation));
        await world.Pump();

        Assert.Equal((0, 0), (mail.Mails.Count, await world.CountRows(tables => tables.Recipients)));
    }
}
