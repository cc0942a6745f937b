using System.Diagnostics;
using OneMachine;

namespace DetainerLedger.Infra.Tests;

/// <summary>The hooks for azd, with an Azure CLI that only writes down what it is asked.</summary>
public sealed class HookTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledger-hooks-");

    public HookTests()
    {
        Command("curl", "exit 7");
        Command("sleep", "exit 0");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_subscription_follows_as_soon_as_the_app_has_its_key()
    {
        Command("az", """
            echo "$*" >>"$0.log"
            case "$*" in *'keys list'*) [ "$(grep -c 'keys list' "$0.log")" -lt 3 ] || echo a-key ;; esac
            """);

        var (exitCode, said) = await Run("postdeploy.sh");

        Assert.True(exitCode == 0, said);
        var asked = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "az.log"), TestContext.Current.CancellationToken);
        Assert.Equal(4, asked.Length);
        Assert.StartsWith("deployment group create --subscription subscription --resource-group group", asked[3], StringComparison.Ordinal);
        Assert.Contains("/subscription.bicep", asked[3], StringComparison.Ordinal);
        Assert.EndsWith("appName=app topicName=topic storageName=storage", asked[3], StringComparison.Ordinal);
        Assert.DoesNotContain("a-key", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_never_starts_is_told_with_the_way_to_go_on()
    {
        Command("az", "exit 1");
        var (exitCode, said) = await Run("postdeploy.sh");
        Assert.Equal(1, exitCode);
        Assert.Contains("azd hooks run postdeploy", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_that_fails_fails_the_hook()
    {
        Command("az", "case \"$*\" in *'keys list'*) echo a-key ;; *) exit 3 ;; esac");
        Assert.Equal(3, (await Run("postdeploy.sh")).ExitCode);
    }

    [Fact]
    public async Task A_subscription_that_the_Azure_CLI_does_not_see_is_told_before_anything_is_made()
    {
        Command("az", "exit 1");
        var (exitCode, said) = await Run("preprovision.sh");
        Assert.Equal(1, exitCode);
        Assert.Contains("run az login", said, StringComparison.Ordinal);
    }

    private void Command(string name, string script)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    private async Task<(int ExitCode, string Said)> Run(string hook)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Root, "infra", "hooks", hook)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
                ["AZURE_SUBSCRIPTION_ID"] = "subscription",
                ["AZURE_RESOURCE_GROUP"] = "group",
                ["LEDGER_APP_NAME"] = "app",
                ["LEDGER_TOPIC_NAME"] = "topic",
                ["LEDGER_STORAGE_NAME"] = "storage",
                ["LEDGER_ADDRESS"] = "https://app.invalid",
            },
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(said));
    }
}
