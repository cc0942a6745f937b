using System.Security.Cryptography;

namespace DetainerLedger.Watching.Http;

/// <summary>One look at one source: at its page, if it is one, and at each of its files.</summary>
internal sealed class Look(
    Source source, WatchedSource state, PoliteClient http, LookRecorder recorder, SourceList sources, WatchOptions options, TimeProvider time, DateTimeOffset until)
{
    private readonly List<Capture> _captures = [];
    private readonly DateTimeOffset _begun = time.GetUtcNow();
    private Dictionary<string, WatchedAddress> _known = [];

    public async Task<SourceLook> Run(IReadOnlyList<WatchedAddress> known, CancellationToken cancellation)
    {
        _known = known.ToDictionary(address => address.Address, StringComparer.Ordinal);
        var after = source.IsPage ? await AtPage(cancellation) : await AtFiles([source.Address], [], state, cancellation);
        if (_captures.Exists(capture => capture.Outcome is not (CaptureOutcome.Same or CaptureOutcome.Unreachable))) after = after with { LastChangeAt = _captures[^1].At };
        return new SourceLook(after, _captures);
    }

    private async Task<WatchedSource> AtPage(CancellationToken cancellation)
    {
        // A complete reading is needed as long as a file is missing from the page, or the page may be a file.
        var request = new FetchRequest(source.Address, sources.Allows, source.MayBeFile ? http.LargestFile : options.LargestPage)
        {
            ETag = state.ETag,
            LastModified = state.LastModified,
        };
        switch (await http.Get(request, cancellation))
        {
            case Fetched.Content page when PageLinks.IsPage(page.Headers.ContentType, page.Body.Span):
                var links = await PageLinks.Find(page.Final, page.Body, page.Headers.ContentType, source.Link!, cancellation);
                return await AtLinks(links, state with { LastStatus = 200, ETag = page.Headers.ETag, LastModified = page.Headers.LastModified }, cancellation);
            case Fetched.Content file when source.MayBeFile:
                await Record(Known(source.Address.AbsoluteUri), File(file), file.Body, file.Headers, cancellation);
                return Read(state with { LastStatus = 200 });
            case Fetched.Content:
                return await FailedPage(new Fetched.Failed(LookFailures.NotAPage, 200), cancellation);
            case Fetched.NotModified:
                var linked = _known.Values.Where(address => address.Linked && address.Address != source.Id).Select(address => new Uri(address.Address)).ToList();
                return await AtLinks(linked, state with { LastStatus = 304 }, cancellation);
            // A page that is gone links nothing any more.
            case Fetched.Missing missing:
                await Record(Known(source.Address.AbsoluteUri), new Finding.Missing(missing.Status), default, missing.Headers, cancellation);
                var gone = await AtLinks([], state with { LastStatus = missing.Status, ETag = null, LastModified = null }, cancellation);
                return gone with { LastError = LookFailures.Missing };
            case Fetched.Failed failed:
                return await FailedPage(failed, cancellation);
            default:
                throw new InvalidOperationException("The result of a request is of an unknown type.");
        }
    }

    private async Task<WatchedSource> FailedPage(Fetched.Failed failed, CancellationToken cancellation)
    {
        await Record(Known(source.Address.AbsoluteUri), new Finding.Failure(failed.Error, failed.Status), default, null, cancellation);
        return state.Failed(failed.Error, failed.Status, _begun, source.Every, failed.WaitUntil);
    }

    private async Task<WatchedSource> AtLinks(IReadOnlyList<Uri> links, WatchedSource page, CancellationToken cancellation)
    {
        var allowed = links.Where(sources.Allows).ToList();
        // What the page links is known to the last link, so that nothing beyond the limit is taken as withdrawn.
        var watched = allowed.Where(link => _known.ContainsKey(link.AbsoluteUri))
            .Concat(allowed.Where(link => !_known.ContainsKey(link.AbsoluteUri)))
            .Take(options.Links)
            .ToList();
        var all = links.Select(link => link.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var unlinked = _known.Values.Where(address => address.Address != source.Id && !all.Contains(address.Address)).ToList();
        return await AtFiles(watched, unlinked, page with
        {
            Links = links.Count,
            Limit = allowed.Count > watched.Count ? LookFailures.TooManyLinks : allowed.Count < links.Count ? LookFailures.Forbidden : null,
        }, cancellation);
    }

    private async Task<WatchedSource> AtFiles(
        IReadOnlyList<Uri> files, IReadOnlyList<WatchedAddress> unlinked, WatchedSource after, CancellationToken cancellation)
    {
        foreach (var address in unlinked.Where(address => !address.Withdrawn))
            await Record(address with { Linked = false }, new Finding.Missing(Status: null), default, null, cancellation);

        var complete = true;
        foreach (var file in files.OrderBy(file => _known.GetValueOrDefault(file.AbsoluteUri)?.LastLookAt ?? DateTimeOffset.MinValue))
        {
            // The next look goes on with those that were looked at least recently.
            if (time.GetUtcNow() >= until) return after with { ETag = null, LastModified = null };
            var known = Known(file.AbsoluteUri) with { Linked = true };
            var fetched = await http.Get(
                new FetchRequest(file, sources.Allows, http.LargestFile)
                {
                    ETag = known.Sha256 is null || known.Withdrawn ? null : known.ETag,
                    LastModified = known.Sha256 is null || known.Withdrawn ? null : known.LastModified,
                },
                cancellation);
            var (finding, body, headers) = Found(fetched);
            await Record(known, finding, body, headers, cancellation);
            if (fetched is not Fetched.Failed failed) continue;
            complete = false;
            // A file that is the source, or a host that asked to wait: the source is looked at again later.
            if (!source.IsPage || failed.WaitUntil is not null) return after.Failed(failed.Error, failed.Status, _begun, source.Every, failed.WaitUntil);
        }

        if (!source.IsPage) after = after with { LastStatus = _captures.Count > 0 ? _captures[^1].Status : after.LastStatus };
        return Read(complete ? after : after with { ETag = null, LastModified = null });
    }

    private WatchedSource Read(WatchedSource after) =>
        after with { LastLookAt = _begun, LastReadAt = _begun, LastError = null, Failures = 0, NotBefore = null };

    private async Task Record(WatchedAddress known, Finding finding, ReadOnlyMemory<byte> body, FetchedHeaders? headers, CancellationToken cancellation)
    {
        // Looks are compared by their beginnings: two looks are as far apart as their schedule, whatever each took.
        var now = finding is Finding.Missing ? _begun : time.GetUtcNow();
        if (await recorder.Record(known, finding, now, body, headers, cancellation) is { } capture) _captures.Add(capture);
    }

    private WatchedAddress Known(string address) => _known.GetValueOrDefault(address) ?? new WatchedAddress(source.Id, address, _begun);

    private static (Finding Finding, ReadOnlyMemory<byte> Body, FetchedHeaders? Headers) Found(Fetched fetched) => fetched switch
    {
        Fetched.Content content => (File(content), content.Body, content.Headers),
        Fetched.NotModified same => (new Finding.NotModified(), default, same.Headers),
        Fetched.Missing missing => (new Finding.Missing(missing.Status), default, missing.Headers),
        Fetched.Failed failed => (new Finding.Failure(failed.Error, failed.Status), default, null),
        _ => throw new InvalidOperationException("The result of a request is of an unknown type."),
    };

    private static Finding.File File(Fetched.Content content) => new(Convert.ToHexStringLower(SHA256.HashData(content.Body.Span)));
}
