using System.Diagnostics;
using System.Text;
using Azure.Data.Tables;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Functions.Api.Subscriptions;
using DetainerLedger.Functions.Delivery;
using DetainerLedger.Places;
using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmtpServer.Protocol;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Searches everything that leaves the app, other than mails themselves, for the addresses that were used.</summary>
public sealed class PrivacyTests(Emulator emulator)
{
    private const string Reader = "quiet.reader@example.org";
    private const string Unknown = "unknown.mailbox@example.org";
    private const string Owner = "quiet.owner@example.org";
    private static readonly Filter Texas = new("TX");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_log_span_exception_response_message_or_row_contains_an_address()
    {
        using var outgoing = new Outgoing();
        void Logged(IServiceCollection services) => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(outgoing));
        await using var mail = MailServer.Start();
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator, mail, services: Logged);
        await world.Follow(Reader, Texas);
        await world.Follow(Unknown, Texas);
        mail.Unknown[Unknown] = true;
        var hook = await world.Webhooks.Add(receiver.Url, Texas, Owner, Cancellation);
        receiver.Answer = context => { context.Response.StatusCode = 500; return Task.CompletedTask; };
        await world.Pump();

        await world.Publish(World.Week, (Made.Travis, 3, null));
        var (dispatch, deliver) = Functions(world);
        await dispatch.Run("dispatch", Cancellation);
        // What the host puts into the poison queue after five failures is a copy of the message.
        foreach (var message in await world.Messages()) outgoing.Add("message", message);
        foreach (var message in await world.Messages()) await deliver.Run(message, Cancellation);
        mail.Refusal = new SmtpResponse(SmtpReplyCode.TransactionFailed, $"no mail for {Reader}");
        await world.Publish(World.Week, (Made.Travis, 4, null));
        await dispatch.Run("dispatch", Cancellation);
        foreach (var message in (await world.Messages()).Append($"{Reader}|not-ours")) await deliver.Run(message, Cancellation);
        await FailAtEachRequest(world, Logged, hook.Recipient.Id, outgoing);
        foreach (var contact in new[] { $"{Owner}\r\nBcc: {Reader}", $"<{Owner}>" }) outgoing.Add("response", await Refused(world, contact));
        foreach (var table in Tables(world))
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation)) outgoing.Add("row", string.Join(' ', row));

        foreach (var kind in new[] { "log", "span", "exception", "response", "message", "row" }) Assert.True(outgoing.Count(kind) > 0, $"Nothing of {kind} was searched.");
        Assert.Empty(outgoing.Containing("quiet.reader", "unknown.mailbox", "quiet.owner", receiver.Url, "whsec_"));
    }

    [Fact]
    public void An_address_in_any_of_these_is_found()
    {
        // Another address than that of the test above, which sees this one's exceptions too.
        const string Address = "careless.reader@example.org";
        using var outgoing = new Outgoing();
        using var logging = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(outgoing));
        var log = logging.CreateLogger("test");
        Assert.Empty(outgoing.Containing("careless.reader"));

#pragma warning disable CA1848, CA1873, CA2254 // As someone careless would write it.
        log.LogInformation("Sent to {Recipient}", Address);
        log.LogError(new InvalidOperationException($"No mailbox {Address}"), "It failed");
#pragma warning restore CA1848, CA1873, CA2254
        using (var scope = log.BeginScope(new Dictionary<string, object> { ["Recipient"] = Address })) { }
        using (var source = new ActivitySource("test"))
        using (var span = source.StartActivity("send")) span!.SetTag("to", Address);
        try
        {
            throw new InvalidOperationException($"No mailbox {Address}");
        }
        catch (InvalidOperationException)
        {
        }

        outgoing.Add("message", $"{Address}|week");
        Assert.Equal(["log", "log", "log", "span", "exception", "message"], outgoing.Containing("careless.reader").Select(found => found.Kind));
    }

    // Whatever storage fails, what is thrown then reaches the host's log and the response.
    private static async Task FailAtEachRequest(World world, Action<IServiceCollection> logged, string hook, Outgoing outgoing)
    {
        var keys = world.Get<Keys.DeliveryKeys>();
        var reader = (await world.Get<IRecipientStore>().FindRecipient(keys.IdsOf(Reader)[0], Cancellation))!;
        string Token(TokenPurpose purpose) => keys.Token(reader, purpose).ToString();
        Func<World, Task>[] all =
        [
            instance => instance.Follows.Ask(Reader, new Filter("NY"), Cancellation),
            instance => instance.Follows.Ask("quiet.reader.too@example.org", Texas, Cancellation),
            instance => instance.Follows.Confirm(Token(TokenPurpose.Manage), [Texas.Key], Cancellation),
            instance => instance.Follows.Forget(Owner, Cancellation),
            instance => instance.Webhooks.Rotate(new Recipient(hook, RecipientKind.Webhook, RecipientState.Active, "", "", default), Cancellation),
            instance => instance.DispatchAndPump(),
            instance => instance.Follows.Leave(Token(TokenPurpose.Unsubscribe), Cancellation),
        ];
        foreach (var work in all)
        {
            foreach (var request in Enumerable.Range(1, 6))
            {
                await using var failing = world.Another(new FailingRequest(request, afterwards: false), logged);
                try
                {
                    await work(failing);
                }
                catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
                {
                    outgoing.Add("exception", $"{failure} {string.Join(' ', failure.Data.Values.Cast<object>())}");
                }
            }
        }
    }

    // As they run in the app, with its log.
    private static (DispatchDeliveries Dispatch, Deliver Deliver) Functions(World world)
    {
        var log = world.Get<ILoggerFactory>();
        var keys = world.Get<Keys.DeliveryKeys>();
        return (
            new DispatchDeliveries(world.Dispatcher, world.Get<Sweep>(), keys, log.CreateLogger<DispatchDeliveries>()),
            new Deliver(world.Get<Deliverer>(), keys, log.CreateLogger<Deliver>()));
    }

    private static async Task<string> Refused(World world, string contact)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Method = HttpMethods.Post;
        var body = new { url = "https://receiver.example/", contact };
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(body)));
        http.Response.Body = new MemoryStream();
        var result = await new ManageSubscriptions(world.Webhooks, JurisdictionRegister.Default).Run(http.Request, null, null);
        await result.ExecuteAsync(http);
        Assert.Equal(StatusCodes.Status400BadRequest, http.Response.StatusCode);
        return Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
    }

    private static IEnumerable<TableClient> Tables(World world)
    {
        var tables = world.Get<DeliveryTables>();
        return [tables.Recipients, tables.Deliveries, tables.Dispatched];
    }
}
