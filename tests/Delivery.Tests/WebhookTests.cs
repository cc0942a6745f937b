using System.Text.Json;
using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Subscriptions;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Webhooks over real HTTP, with signatures that another implementation verifies.</summary>
public sealed class WebhookTests(Emulator emulator)
{
    private static readonly Dictionary<string, string?> PublicOnly = new() { ["Delivery:LocalWebhooks"] = "false" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_signed_thin_and_about_what_is_followed()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        var added = await world.Webhooks.Add(receiver.Url, new Filter("TX"), null, Cancellation);
        Assert.Equal(RecipientState.Active, added.Recipient.State);

        await world.Publish(World.Week, (Made.Travis, 3, null), (Made.Cook, 1, null));
        await world.DispatchAndPump();

        var (headers, body) = Assert.Single(receiver.Events);
        new StandardWebhook(added.Secret).Verify(body, headers);
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal("week.published", json.GetProperty("type").GetString());
        Assert.Equal(["tx-travis-county"], json.GetProperty("data").GetProperty("jurisdictions").EnumerateArray().Select(id => id.GetString()));
        Assert.StartsWith("https://ledger.example/weeks/", json.GetProperty("data").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(headers["webhook-id"].ToString(), (await world.Webhooks.Attempts(added.Recipient, Cancellation)).Single().Event);
    }

    [Fact]
    public async Task A_replaced_secret_also_signs_for_a_day()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        var added = await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation);
        var secret = (await world.Webhooks.Rotate(added.Recipient, Cancellation))!;

        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();
        var (headers, body) = receiver.Events.Single();
        // The library that verifies takes one signature, the header has both.
        var signatures = headers["webhook-signature"].ToString().Split(' ');
        foreach (var (signature, signer) in signatures.Zip([secret, added.Secret]))
            new StandardWebhook(signer).Verify(body, new HeaderDictionary(headers.ToDictionary()) { ["webhook-signature"] = signature });

        world.Time.Advance(WebhookSubscriptions.Overlap + TimeSpan.FromMinutes(1));
        Assert.Single(receiver.Events);
        await world.Webhooks.Replay(added.Recipient, headers["webhook-id"].ToString(), Cancellation);
        await world.Pump();
        Assert.Equal(headers["webhook-id"], receiver.Events.Last().Headers["webhook-id"]);
        Assert.DoesNotContain(' ', receiver.Events.Last().Headers["webhook-signature"].ToString());
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_the_challenge_gets_nothing_until_it_does()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        receiver.AnswersChallenges = false;
        var added = await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation);
        Assert.Equal(RecipientState.Pending, added.Recipient.State);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();
        Assert.Empty(receiver.Events);

        receiver.AnswersChallenges = true;
        Assert.Equal(RecipientState.Active, (await world.Webhooks.Enable(added.Recipient, Cancellation)).State);
    }

    [Fact]
    public async Task A_receiver_that_fails_for_three_days_is_tried_ten_times_then_disabled_and_its_contact_notified()
    {
        await using var mail = MailServer.Start();
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator, mail);
        receiver.Answer = context => { context.Response.StatusCode = 500; return Task.CompletedTask; };
        var added = await world.Webhooks.Add(receiver.Url, new Filter(), "owner@example.org", Cancellation);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();
        // A little more than each delay with its jitter.
        foreach (var minutes in new[] { 3, 8, 36, 135, 335, 665, 930, 1325, 1590, 1 }) await world.Pass(TimeSpan.FromMinutes(minutes));

        Assert.Equal(10, receiver.Events.Count);
        Assert.Single(receiver.Events.Select(sent => sent.Headers["webhook-id"].ToString()).Distinct());
        var row = (await world.Webhooks.Find(added.Recipient.Id, added.Manage, Cancellation))!;
        Assert.Equal(RecipientState.Disabled, row.State);
        var attempts = await world.Webhooks.Attempts(row, Cancellation);
        Assert.Equal((10, 500, "status"), (attempts.Count, attempts[0].Status, attempts[0].Error));
        Assert.InRange(attempts[0].At - attempts[^1].At, TimeSpan.FromDays(3), TimeSpan.FromDays(3.8));
        Assert.Contains("disabled", Assert.Single(mail.Mails).Subject, StringComparison.Ordinal);

        receiver.Answer = null;
        Assert.Equal(RecipientState.Active, (await world.Webhooks.Enable(row, Cancellation)).State);
        Assert.True(await world.Webhooks.Replay(row, attempts[0].Event, Cancellation));
        await world.Pump();
        Assert.Equal(11, receiver.Events.Count);
        Assert.Null((await world.Webhooks.Attempts(row, Cancellation))[0].Error);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_disabled_at_once()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        receiver.Answer = context => { context.Response.StatusCode = 410; return Task.CompletedTask; };
        var added = await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();
        Assert.Equal(RecipientState.Disabled, (await world.Webhooks.Find(added.Recipient.Id, added.Manage, Cancellation))!.State);
    }

    [Fact]
    public async Task Retry_After_is_obeyed()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        receiver.Answer = context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        };
        var added = await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();
        var delivery = Assert.Single(await world.Deliveries(added.Recipient));
        Assert.Equal(TimeSpan.FromHours(2), delivery.DueAt - delivery.Attempts[0].At);
    }

    [Fact]
    public async Task A_short_delay_passes_in_the_real_queue()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        receiver.Answer = context => { context.Response.StatusCode = receiver.Events.Count == 1 ? 500 : 200; return Task.CompletedTask; };
        await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation);
        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();
        Assert.Single(receiver.Events);

        // The queue's clock is real, and the app's is moved with it.
        world.Time.Advance(TimeSpan.FromSeconds(6));
        for (var i = 0; i < 600 && receiver.Events.Count < 2; i++)
        {
            await world.Pump();
            await Task.Delay(100, Cancellation);
        }

        Assert.Equal(2, receiver.Events.Count);
    }

    [Fact]
    public async Task A_row_is_opened_by_its_own_token_only()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        var (mine, other) = (await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation), await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation));

        Assert.NotNull(await world.Webhooks.Find(mine.Recipient.Id, mine.Manage, Cancellation));
        Assert.Null(await world.Webhooks.Find(mine.Recipient.Id, other.Manage, Cancellation));
        Assert.Null(await world.Webhooks.Find(mine.Recipient.Id, null, Cancellation));
        await world.Webhooks.Delete(mine.Recipient, Cancellation);
        Assert.Null(await world.Webhooks.Find(mine.Recipient.Id, mine.Manage, Cancellation));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var target = await Receiver.Start();
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        var added = await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation);
        receiver.Answer = context => { context.Response.Redirect(target.Url); return Task.CompletedTask; };

        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();

        Assert.Empty(target.Events);
        Assert.Equal([(302, "status")], await AttemptsOf(world, added));
    }

    [Fact]
    public async Task An_endless_body_is_not_read_to_its_end()
    {
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator);
        var added = await world.Webhooks.Add(receiver.Url, new Filter(), null, Cancellation);
        receiver.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(new string('x', 4096), context.RequestAborted);
        };

        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();

        Assert.Equal([(200, null)], await AttemptsOf(world, added));
    }

    [Theory]
    [InlineData("http://receiver.example/")]
    [InlineData("https://receiver.example:8443/")]
    [InlineData("https://user:password@receiver.example/")]
    [InlineData("ftp://receiver.example/")]
    [InlineData("/hook")]
    public async Task Such_a_url_is_refused(string url)
    {
        await using var world = await World.Create(emulator, more: PublicOnly);
        Assert.NotNull(world.Webhooks.Refuse(url));
        Assert.Null(world.Webhooks.Refuse("https://receiver.example/hook"));
    }

    [Fact]
    public async Task A_name_of_a_private_address_is_not_connected_to()
    {
        await using var world = await World.Create(emulator, more: PublicOnly);
        // A name that resolves to this machine. Names that change their address are tested in Outbound.Tests.
        var added = await world.Webhooks.Add("https://localhost/hook", new Filter(), null, Cancellation);
        var row = (await world.Get<IRecipientStore>().FindRecipient(added.Recipient.Id, Cancellation))!;
        Assert.Equal(RecipientState.Pending, row.State);
        await world.Get<IRecipientStore>().ReplaceRecipient(row with { State = RecipientState.Active }, Cancellation);

        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.DispatchAndPump();

        Assert.Equal([(0, "refused-address")], await AttemptsOf(world, added));
    }

    private static async Task<IEnumerable<(int Status, string? Error)>> AttemptsOf(World world, AddedWebhook added) =>
        (await world.Webhooks.Attempts(added.Recipient, Cancellation)).Select(attempt => (attempt.Status ?? 0, attempt.Error));
}
