using System.Diagnostics;
using OneMachine;

namespace DetainerLedger.Infra.Tests;

/// <summary>The hooks for azd, with an Azure CLI that only writes down what it is asked.</summary>
public sealed class HookTests : IDisposable
{
    private readonly string _asked = Path.GetTempFileName();

    public void Dispose() => File.Delete(_asked);

    [Fact]
    public async Task The_subscription_follows_as_soon_as_the_app_has_its_key()
    {
        var (exitCode, said) = await Run("postdeploy.sh", """
            echo "$*" >>"$ASKED"
            case "$*" in *'keys list'*) [ "$(grep -c 'keys list' "$ASKED")" -lt 3 ] || echo a-key ;; esac
            """);

        Assert.True(exitCode == 0, said);
        var asked = await File.ReadAllLinesAsync(_asked, TestContext.Current.CancellationToken);
        Assert.Equal(4, asked.Length);
        Assert.StartsWith("deployment group create --subscription subscription --resource-group group", asked[3], StringComparison.Ordinal);
        Assert.Contains("/subscription.bicep", asked[3], StringComparison.Ordinal);
        Assert.EndsWith("appName=app topicName=topic storageName=storage", asked[3], StringComparison.Ordinal);
        Assert.DoesNotContain("a-key", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_never_starts_is_reported_with_how_to_continue()
    {
        var (exitCode, said) = await Run("postdeploy.sh", "return 1");
        Assert.Equal(1, exitCode);
        Assert.Contains("azd hooks run postdeploy", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_that_fails_fails_the_hook()
    {
        var (exitCode, _) = await Run("postdeploy.sh", "case \"$*\" in *'keys list'*) echo a-key ;; *) return 3 ;; esac");
        Assert.Equal(3, exitCode);
    }

    [Fact]
    public async Task A_subscription_that_the_Azure_CLI_does_not_see_is_reported_before_anything_is_created()
    {
        var (exitCode, said) = await Run("preprovision.sh", "return 1");
        Assert.Equal(1, exitCode);
        Assert.Contains("run az login", said, StringComparison.Ordinal);
    }

    // The hook's own path is $0, as when azd runs it.
    private async Task<(int ExitCode, string Said)> Run(string hook, string az)
    {
        var script = $"az() {{\n{az}\n}}\ncurl() {{ return 7; }}\nsleep() {{ :; }}\n. \"$0\"";
        var start = new ProcessStartInfo("sh", ["-c", script, Path.Combine(Repository.Root, "infra", "hooks", hook)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASKED"] = _asked,
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
