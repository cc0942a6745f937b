using System.IO.Compression;
using System.Text;
using DetainerLedger.Watching.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DetainerLedger.Watching.Tests;

/// <summary>Sources that cost too much, lie, or lead elsewhere are limited, and the limit is recorded.</summary>
public sealed class HostileSourceTests(Emulator emulator) : IAsyncLifetime
{
    private const string Page = "/reports";
    private const string File = "/report.json";

    private TestSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.Start();
        _site.ServePage(Page, File);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        var sent = 0L;
        _site.On(File, async http =>
        {
            var megabyte = new byte[1024 * 1024];
            while (sent < 1L << 30)
            {
                await http.Response.Body.WriteAsync(megabyte, http.RequestAborted);
                sent += megabyte.Length;
                // What is written to a connection that was closed is dropped at once, until the server notices.
                await Task.Delay(1, http.RequestAborted);
            }
        });

        await AssertFails(LookFailures.TooLarge);
        Assert.InRange(sent, 1, 100L << 20);
    }

    [Fact]
    public async Task A_gzip_bomb_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 64; i++) gzip.Write(new byte[1024 * 1024]);
        var bomb = packed.ToArray();
        _site.On(File, async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.Body.WriteAsync(bomb);
        });

        await AssertFails(LookFailures.TooLarge);
    }

    [Fact]
    public async Task A_body_that_is_shorter_than_announced_is_no_file()
    {
        _site.On(File, async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.Body.WriteAsync("{}"u8.ToArray());
            await http.Response.Body.FlushAsync();
            http.Abort();
        });

        var error = await Failure();
        Assert.Contains(error, new[] { LookFailures.Truncated, LookFailures.Network });
    }

    [Fact]
    public async Task A_slow_answer_is_not_waited_for()
    {
        _site.On(File, http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        await AssertFails(LookFailures.Slow, TimeProvider.System, ("Sources:Timeout", "00:00:01"));
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var other = await TestSite.Start();
        other.Serve(File, "{}"u8.ToArray());
        _site.ServeStatus(File, 302, ("Location", other.At(File)));

        await AssertFails(LookFailures.Redirect);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_followed_and_a_circle_is_not()
    {
        _site.ServeStatus(File, 301, ("Location", "/moved.json"));
        _site.Serve("/moved.json", "{}"u8.ToArray());
        Assert.Null(await Failure());

        _site.ServeStatus("/moved.json", 301, ("Location", File));
        await AssertFails(LookFailures.Redirect);
    }

    [Fact]
    public async Task Links_to_other_hosts_are_not_followed()
    {
        await using var other = await TestSite.Start();
        _site.ServePage(Page, File, other.At(File));
        _site.Serve(File, "{}"u8.ToArray());
        await using var ledger = await WatchedLedger.Watch(emulator, _site);

        Assert.Equal([_site.At(File)], (await ledger.Look()).Select(capture => capture.Address));
        Assert.Empty(other.Requests);
        Assert.Equal(LookFailures.Forbidden, (await ledger.Source()).Limit);
    }

    [Fact]
    public async Task Loopback_is_refused_unless_the_setting_of_one_machine_allows_it()
    {
        await AssertFails(LookFailures.Forbidden, null, ("Sources:AllowLocal", "false"), ("Sources:AllowHttp", "true"));
        Assert.Empty(_site.Requests);
    }

    [Fact]
    public async Task A_page_with_ten_thousand_links_is_watched_in_part_and_says_so()
    {
        _site.ServePage(Page, [.. Enumerable.Range(0, 10_000).Select(i => $"/{i}.json")]);
        await using var ledger = await WatchedLedger.Watch(emulator, _site, ("Sources:Links", "5"));

        Assert.Equal(5, (await ledger.Look()).Count);
        Assert.Equal((10_000, LookFailures.TooManyLinks), ((await ledger.Source()).Links, (await ledger.Source()).Limit));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_of_links_is_not_taken_as_withdrawn()
    {
        _site.Serve(File, "{}"u8.ToArray());
        await using var ledger = await WatchedLedger.Watch(emulator, _site, ("Sources:Links", "1"));
        await ledger.Look();
        _site.ServePage(Page, "/first.json", File);

        Assert.Equal([_site.At(File)], (await ledger.Look()).Select(capture => capture.Address));
        await ledger.Look();
        Assert.Empty((await ledger.View()).Files);
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_not_read()
    {
        _site.Serve(Page, Encoding.ASCII.GetBytes(new string(' ', 5000) + "<a href='/report.json'>"), "text/html");

        await AssertFails(LookFailures.TooLarge, null, ("Sources:LargestPage", "4096"));
    }

    [Fact]
    public async Task What_is_no_page_is_not_searched_for_links()
    {
        _site.Serve(Page, "{}"u8.ToArray());

        await AssertFails(LookFailures.NotAPage);
    }

    [Fact]
    public async Task A_pattern_can_not_be_made_slow_by_a_page()
    {
        _site.ServePage(Page, $"/{new string('a', 2000)}!.json");
        await using var ledger = await WatchedLedger.Watch(emulator, _site, ("Sources:0:Link", "(a+)+$"));

        Assert.Empty(await ledger.Look());
    }

    private async Task AssertFails(string error, TimeProvider? time = null, params (string, string)[] settings) =>
        Assert.Equal(error, await Failure(time, settings));

    private async Task<string?> Failure(TimeProvider? time = null, params (string, string)[] settings)
    {
        await using var ledger = await WatchedLedger.Watch(emulator, _site, settings);
        var watcher = time is null ? ledger.Watcher : ledger.Instance(time).GetRequiredService<Watcher>();
        return Assert.Single(Assert.Single(await watcher.LookAtDue(Cancellation)).Captures).Error;
    }
}
