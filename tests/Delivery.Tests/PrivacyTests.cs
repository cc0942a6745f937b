using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Data.Tables;
using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmtpServer.Protocol;

namespace DetainerLedger.Delivery.Tests;

/// <summary>Searches everything that leaves the app, other than mails themselves, for the addresses that were used.</summary>
public sealed class PrivacyTests(Emulator emulator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_log_span_outcome_message_or_row_contains_an_address()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => seen.Enqueue($"{span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(each => each.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var mail = MailServer.Start();
        await using var receiver = await Receiver.Start();
        await using var world = await World.Create(emulator, mail, services: services => services.AddLogging(logging =>
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Capture(seen))));
        var filter = new Filter("TX");
        await world.Follow("quiet.reader@example.org", filter);
        await world.Follow("unknown.mailbox@example.org", filter);
        mail.Unknown["unknown.mailbox@example.org"] = true;
        await world.Webhooks.Add(receiver.Url, filter, "quiet.owner@example.org", Cancellation);
        receiver.Answer = context => { context.Response.StatusCode = 500; return Task.CompletedTask; };
        await world.Pump();

        await world.Publish(World.Week, (Made.Travis, 3, null));
        await world.Dispatcher.Run(Cancellation);
        foreach (var message in await world.Messages()) seen.Enqueue(message);
        foreach (var message in await world.Messages())
            seen.Enqueue($"{await world.Get<Deliverer>().Deliver(DeliveryId.Parse(message)!.Value, Cancellation)}");
        mail.Refusal = new SmtpResponse(SmtpReplyCode.TransactionFailed, "no mail for quiet.reader@example.org");
        await world.Publish(World.Week, (Made.Travis, 4, null));
        await world.DispatchAndPump();
        var tables = world.Get<DeliveryTables>();
        foreach (var table in new[] { tables.Recipients, tables.Deliveries, tables.Dispatched })
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation)) seen.Enqueue(string.Join(' ', row));

        Assert.True(seen.Count > 10);
        foreach (var secret in new[] { "quiet.reader", "unknown.mailbox", "quiet.owner", receiver.Url, "whsec_" })
            Assert.DoesNotContain(seen, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Capture(ConcurrentQueue<string> seen) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            seen.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
