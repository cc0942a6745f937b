using System.Diagnostics;
using System.Text.Json;
using OneMachine;

namespace DetainerLedger.Architecture.Tests;

/// <summary>The same sources on Microsoft's worker and on its stand-in: docs/adr/0001-two-runtimes.md.</summary>
public sealed class TwoRuntimesTests
{
    [Fact]
    public async Task The_build_for_Azure_references_Microsoft_s_worker_and_not_its_stand_in()
    {
        var (packages, projects) = await References("Azure");

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Microsoft.Azure.Functions.Worker"] = "2.52.0",
                ["Microsoft.Azure.Functions.Worker.Sdk"] = "2.1.0",
                ["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"] = "2.1.1",
                ["Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs"] = "6.8.2",
                ["Microsoft.Azure.Functions.Worker.Extensions.Timer"] = "4.3.1",
                ["Microsoft.Azure.Functions.Worker.OpenTelemetry"] = "1.2.0",
            },
            packages.Where(package => package.Key.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal)).ToDictionary());
        Assert.DoesNotContain("LocalHost.csproj", projects);
    }

    [Fact]
    public async Task Every_other_build_references_the_stand_in_and_nothing_of_Microsoft_s_worker()
    {
        var (packages, projects) = await References("Local");

        Assert.DoesNotContain(packages.Keys, package => package.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal));
        Assert.Contains("LocalHost.csproj", projects);
    }

    [Fact]
    public async Task The_two_builds_differ_in_nothing_else()
    {
        var (azurePackages, azureProjects) = await References("Azure");
        var (localPackages, localProjects) = await References("Local");
        Assert.Equal(
            localPackages.OrderBy(package => package.Key, StringComparer.Ordinal),
            azurePackages.Where(package => !package.Key.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal))
                .OrderBy(package => package.Key, StringComparer.Ordinal));
        Assert.Equal(localProjects.Except(["LocalHost.csproj"]), azureProjects);
        Assert.Equal(await Sources("Local"), await Sources("Azure"));
    }

    [Fact]
    public async Task The_build_for_Azure_is_compiled_ahead_for_the_Linux_that_it_runs_on()
    {
        using var answer = JsonDocument.Parse(await MsBuild(
            "-getProperty:RuntimeIdentifier,SelfContained,PublishReadyToRun,AzureFunctionsVersion,OutputType,TargetFramework",
            "-p:FunctionsRuntime=Azure"));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["RuntimeIdentifier"] = "linux-x64",
                ["SelfContained"] = "false",
                ["PublishReadyToRun"] = "true",
                ["AzureFunctionsVersion"] = "v4",
                ["OutputType"] = "Exe",
                ["TargetFramework"] = "net10.0",
            },
            answer.RootElement.GetProperty("Properties").Deserialize<Dictionary<string, string>>());
    }

    [Theory]
    [InlineData("Azure")]
    [InlineData("Local")]
    public async Task The_host_s_file_goes_along(string runtime)
    {
        using var answer = JsonDocument.Parse(await MsBuild("-getItem:None", $"-p:FunctionsRuntime={runtime}"));
        var host = Assert.Single(
            answer.RootElement.GetProperty("Items").GetProperty("None").EnumerateArray(),
            item => Identity(item).EndsWith("host.json", StringComparison.Ordinal));
        Assert.Equal(Path.Combine(Repository.Root, "host.json"), host.GetProperty("FullPath").GetString());
        Assert.Equal("PreserveNewest", host.GetProperty("CopyToPublishDirectory").GetString());
        Assert.Equal("PreserveNewest", host.GetProperty("CopyToOutputDirectory").GetString());
    }

    [Fact]
    public async Task Publishing_takes_the_build_for_Azure_by_itself() =>
        Assert.Equal("Azure", (await MsBuild("-getProperty:FunctionsRuntime", "-p:_IsPublishing=true")).Trim());

    [Fact]
    public void No_source_of_the_app_is_compiled_in_one_runtime_only()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Functions"), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, source => File.ReadLines(source).Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<string>> Sources(string runtime)
    {
        using var answer = JsonDocument.Parse(await MsBuild("-getItem:Compile", $"-p:FunctionsRuntime={runtime}"));
        return [.. answer.RootElement.GetProperty("Items").GetProperty("Compile").EnumerateArray().Select(Identity)];
    }

    private static async Task<(Dictionary<string, string> Packages, List<string> Projects)> References(string runtime)
    {
        using var answer = JsonDocument.Parse(await MsBuild("-getItem:PackageReference,ProjectReference,PackageVersion", $"-p:FunctionsRuntime={runtime}"));
        var items = answer.RootElement.GetProperty("Items");
        var versions = items.GetProperty("PackageVersion").EnumerateArray().ToDictionary(Identity, item => item.GetProperty("Version").GetString()!);
        return (
            items.GetProperty("PackageReference").EnumerateArray().Select(Identity).ToDictionary(name => name, name => versions[name]),
            [.. items.GetProperty("ProjectReference").EnumerateArray().Select(item => Path.GetFileName(Identity(item)))]);
    }

    private static string Identity(JsonElement item) => item.GetProperty("Identity").GetString()!;

    private static async Task<string> MsBuild(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(Repository.Root, "src", "Functions"), .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
