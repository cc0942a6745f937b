using System.Net;
using System.Net.Sockets;

namespace FunctionsHost.Tests;

/// <summary>An app that can't run as it is doesn't start: the host ends with 1, and says why in plain words.</summary>
public sealed class StartTests(SharedHost host)
{
    private const string Nowhere =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";

    [Theory]
    [InlineData("PROBE_START", "fail", "ended with the exit code")]
    [InlineData("FunctionsHost__FunctionKey", null, "FunctionsHost__FunctionKey")]
    [InlineData("FunctionsHost__Keys__Nobody", "x", "FunctionsHost__Keys__Nobody")]
    [InlineData("AzureWebJobsStorage", null, "AzureWebJobsStorage")]
    [InlineData("AzureWebJobsStorage", "nonsense", "triggers could not be started")]
    [InlineData("PROBE_TICK", null, "PROBE_TICK")]
    [InlineData("PROBE_TICK", "often", "Tick")]
    [InlineData("AzureFunctionsJobHost__functionTimeout", "often", "functionTimeout")]
    [InlineData("AzureFunctionsJobHost__functionTimeout", "-00:00:01", "functionTimeout")]
    [InlineData("AzureFunctionsJobHost__extensions__blobs__maxDegreeOfParallelism", "0", "MaxDegreeOfParallelism")]
    [InlineData("AzureFunctionsJobHost__extensions__http__routePrefix", "admin", "begins with admin or runtime")]
    public async Task A_setting_that_is_wrong_is_named(string setting, string? value, string named)
    {
        var settings = new Dictionary<string, string?> { [setting] = value };
        if (setting == "FunctionsHost__FunctionKey") settings["FunctionsHost__MasterKey"] = null;
        var (exitCode, error) = await ProbeHost.Fail(host.Connection, settings);
        Assert.Equal(1, exitCode);
        Assert.Contains(named, error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_can_t_be_reached_stops_the_start()
    {
        var (exitCode, error) = await ProbeHost.Fail(Nowhere);
        Assert.Equal(1, exitCode);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData(null, "no host.json")]
    [InlineData("{", "can't be read")]
    public async Task A_host_json_that_is_missing_or_broken_stops_the_start(string? hostJson, string named)
    {
        var folder = Directory.CreateTempSubdirectory("functions-host-app-");
        try
        {
            var app = Path.Combine(folder.FullName, "App.dll");
            await File.WriteAllTextAsync(app, "", TestContext.Current.CancellationToken);
            if (hostJson is not null) await File.WriteAllTextAsync(Path.Combine(folder.FullName, "host.json"), hostJson, TestContext.Current.CancellationToken);
            var (exitCode, error) = await ProbeHost.Fail(host.Connection, app: app);
            Assert.Equal(1, exitCode);
            Assert.Contains(named, error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_app_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("functions-host-app-");
        try
        {
            var app = Path.Combine(folder.FullName, "App.dll");
            await File.WriteAllTextAsync(app, "not an assembly", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "host.json"), """{ "version": "2.0" }""", TestContext.Current.CancellationToken);
            var (exitCode, error) = await ProbeHost.Fail(host.Connection, app: app);
            Assert.Equal(1, exitCode);
            Assert.Contains("ended with the exit code", error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (exitCode, error) = await ProbeHost.Fail(host.Connection, arguments: ["--port", $"{port}"]);
        Assert.Equal(1, exitCode);
        Assert.Contains($"{port}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_never_stays_up_ends_the_host_after_some_attempts()
    {
        var mark = Path.Combine(Path.GetTempPath(), $"functions-host-{ProbeHost.NewName()}");
        try
        {
            await using var probe = await ProbeHost.Start(host.Connection, settings: new() { ["PROBE_START_ONCE"] = mark });
            using var last = await probe.Http.GetAsync("api/die", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.InternalServerError, last.StatusCode);
            await probe.Ended.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
            await probe.WaitForLine("10 times in a row");
            Assert.Equal(1, await probe.Stop());
        }
        finally
        {
            File.Delete(mark);
        }
    }
}
