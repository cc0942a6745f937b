using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace DetainerLedger.Delivery.Tests;

/// <summary>
/// Collects what leaves the app and may be read by others: log entries, spans, and every exception that is thrown, also those that are
/// caught. Exceptions of the mail libraries quote what a server answered, so they are caught where mails are sent, and only a code goes on.
/// </summary>
internal sealed class Outgoing : ILoggerProvider, ILogger
{
    private static readonly string[] MailLibraries = ["MailKit", "MimeKit", "SmtpServer"];

    private readonly ConcurrentQueue<(string Kind, string Text)> _seen = new();
    private readonly ActivityListener _listener;

    public Outgoing()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Add(
                "span",
                $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} "
                    + $"{string.Join(' ', span.Events.SelectMany(each => each.Tags))}"),
        };
        ActivitySource.AddActivityListener(_listener);
        AppDomain.CurrentDomain.FirstChanceException += Thrown;
    }

    public int Count(string kind) => _seen.Count(each => each.Kind == kind);

    public void Add(string kind, string text) => _seen.Enqueue((kind, text));

    /// <summary>What contains one of these, each with its kind.</summary>
    public IReadOnlyList<(string Kind, string Text)> Containing(params IEnumerable<string> texts) =>
        [.. _seen.Where(each => texts.Any(text => each.Text.Contains(text, StringComparison.OrdinalIgnoreCase)))];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        Add("log", $"{state} {string.Join(' ', state as IEnumerable<KeyValuePair<string, object>> ?? [])}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Add("log", $"{formatter(state, exception)} {exception} {string.Join(' ', state as IEnumerable<KeyValuePair<string, object?>> ?? [])}");

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Thrown;
        _listener.Dispose();
    }

    private void Thrown(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (!MailLibraries.Contains(thrown.Exception.GetType().Assembly.GetName().Name)) Add("exception", thrown.Exception.ToString());
    }
}
