using System.Net;

namespace FunctionsHost.Tests;

/// <summary>Settings of Azure that change what a host does.</summary>
public sealed class SettingTests(SharedHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disabled_function_isn_t_found_and_isn_t_triggered()
    {
        await using var probe = await ProbeHost.Start(host.Connection, settings: new()
        {
            ["AzureWebJobs.Hello.Disabled"] = "true",
            ["AzureWebJobs__Keyed__Disabled"] = "1",
            ["AzureWebJobs_Unrouted_Disabled"] = "True",
            ["AzureWebJobs.OnBlob.Disabled"] = "true",
            ["AzureWebJobs__OnMessage__Disabled"] = "true",
            ["AzureWebJobs_AtStart_Disabled"] = "true",
            ["AzureWebJobs.Throw.Disabled"] = "false",
            ["AzureWebJobsDisableHomepage"] = "true",
        });
        Assert.Equal(HttpStatusCode.NotFound, await Status(probe, "api/hello"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(probe, "api/keyed"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(probe, $"api/keyed?code={ProbeHost.FunctionKey}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(probe, "api/unrouted"));
        Assert.Equal(HttpStatusCode.InternalServerError, await Status(probe, "api/throw"));
        // Whoever has the master key may try it.
        Assert.Equal(HttpStatusCode.OK, await Status(probe, $"api/keyed?code={ProbeHost.MasterKey}"));
        Assert.Equal(HttpStatusCode.NoContent, await Status(probe, ""));

        await probe.Upload("unseen");
        await probe.Enqueue("jobs", "unseen");
        await probe.Enqueue("words", "seen");
        await probe.WaitFor("word seen");
        await Task.Delay(1000, Cancellation);
        Assert.Equal(["word seen"], await probe.Journal());

        using var response = await probe.RunNow("AtStart");
        await probe.WaitFor("at start");
    }

    [Fact]
    public async Task A_function_that_exceeds_its_time_is_ended_with_its_worker()
    {
        await using var probe = await ProbeHost.Start(host.Connection, settings: new()
        {
            ["AzureFunctionsJobHost__functionTimeout"] = "00:00:06",
            ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "100",
        });
        var first = await Answering(probe, _ => true);
        Assert.Equal(HttpStatusCode.InternalServerError, await Status(probe, "api/hang"));
        await Answering(probe, worker => worker != first);

        await probe.Enqueue("words", "slow-30");
        await probe.WaitFor("word slow-30", times: 2);
        await probe.WaitForLine("OnWord exceeded its time limit");
        await probe.WaitUntil(() => Task.FromResult(probe.Output.Count(line => line.Contains("is ready with", StringComparison.Ordinal)) >= 3), "third worker");
        // An attempt that only waits for the next worker takes none down.
        Assert.DoesNotContain(probe.Output, line => line.Contains("could not be started", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_route_prefix_is_that_of_host_json_and_the_limit_of_bodies_a_setting()
    {
        var folder = Directory.CreateTempSubdirectory("functions-host-app-");
        try
        {
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(ProbeHost.ProbeAssembly)!)) File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "host.json"), """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""", Cancellation);
            var app = Path.Combine(folder.FullName, Path.GetFileName(ProbeHost.ProbeAssembly));
            await using var probe = await ProbeHost.Start(host.Connection, settings: new() { ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "10" }, app: app);
            Assert.Equal(HttpStatusCode.OK, await Status(probe, "hello"));
            Assert.Equal(HttpStatusCode.NotFound, await Status(probe, "api/hello"));
            using var ten = await probe.Http.PostAsync("count", new ByteArrayContent(new byte[10]), Cancellation);
            using var eleven = await probe.Http.PostAsync("count", new ByteArrayContent(new byte[11]), Cancellation);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (ten.StatusCode, eleven.StatusCode));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Waits for an answer of the right worker: on a busy machine, any request may exceed the time limit.</summary>
    private static async Task<int> Answering(ProbeHost probe, Predicate<int> isRight)
    {
        var answered = 0;
        await probe.WaitUntil(async () =>
        {
            try
            {
                return isRight(answered = await probe.WorkerId());
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                return false;
            }
        }, "answer of the right worker");
        return answered;
    }

    private static async Task<HttpStatusCode> Status(ProbeHost probe, string path)
    {
        using var response = await probe.Http.GetAsync(path, Cancellation);
        return response.StatusCode;
    }
}
