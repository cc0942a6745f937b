using DetainerLedger.History;
using DetainerLedger.Ingest;

namespace DetainerLedger.Watching.Http;

/// <summary>
/// Stores what was found at an address: drops the file, publishes the event, and stores the capture, in this order. Each step can be
/// repeated: what a crash interrupted is found and stored again.
/// </summary>
internal sealed class LookRecorder(ICaptureStore store, IFileArchive archive, TimeSpan confirmAfter)
{
    /// <param name="now">The moment of the response, or of the look at the page for a file that it doesn't link.</param>
    /// <param name="file">The bytes, if there are any.</param>
    /// <returns>The capture; null when the look is not recorded.</returns>
    public async Task<Capture?> Record(
        WatchedAddress known, Finding finding, DateTimeOffset now, ReadOnlyMemory<byte> file, FetchedHeaders? headers, CancellationToken cancellation)
    {
        var decision = LookDecision.Of(known, finding, now, confirmAfter);
        var address = decision.Address;
        if (finding is Finding.File or Finding.NotModified)
            address = address with { ETag = headers?.ETag ?? address.ETag, LastModified = headers?.LastModified ?? address.LastModified };
        // After an absence the whole file is asked for again.
        if (finding is Finding.Missing) address = address with { ETag = null, LastModified = null };

        var capture = new Capture(known.Source, known.Address, now, decision.Outcome)
        {
            Status = finding switch
            {
                Finding.File => 200,
                Finding.NotModified => 304,
                Finding.Missing missing => missing.Status,
                Finding.Failure failure => failure.Status,
                _ => null,
            },
            Sha256 = finding is Finding.Failure ? null : decision.Address.Sha256,
            ETag = headers?.ETag,
            LastModified = DateTimeOffset.TryParse(headers?.LastModified, System.Globalization.CultureInfo.InvariantCulture, out var modified) ? modified : null,
            ContentType = headers?.ContentType,
            Date = headers?.Date,
            Error = decision.Address.LastError,
        };
        if (decision.IsDropped)
        {
            var seen = new SeenFile(FileNameOf(known.Address), known.Address, now, decision.Address.Sha256!, file);
            capture = capture with { ReportId = await archive.Drop(seen, cancellation) };
        }

        if (decision.Event is { } kind) await store.Publish(Event(known, capture, kind), cancellation);
        await store.Keep(address, decision.IsRecorded ? capture : null, cancellation);
        return decision.IsRecorded ? capture : null;
    }

    // From the state before the look, so that a repeated look publishes the same event.
    private static FileEvent Event(WatchedAddress known, Capture capture, FileEventKind kind)
    {
        var before = (known.LastChangeAt ?? known.FirstSeen).UtcTicks;
        var id = FormattableString.Invariant($"{Capture.Key(known.Source + '\n' + known.Address)}-{before:x}-{kind}").ToLowerInvariant();
        return new FileEvent(id, kind, capture.At, known.Source, known.Address, capture.Sha256!)
        {
            Before = kind == FileEventKind.Withdrawn ? null : known.Sha256,
            Status = kind == FileEventKind.Withdrawn ? capture.Status : null,
        };
    }

    /// <summary>The last segment of the path, without what a file name can't have.</summary>
    internal static string FileNameOf(string address)
    {
        var path = Uri.UnescapeDataString(new Uri(address).AbsolutePath);
        var name = string.Concat(path[(path.LastIndexOf('/') + 1)..].Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ')).Trim(' ', '.');
        return name.Length == 0 ? "file" : name.Length <= 100 ? name : name[^100..];
    }
}
