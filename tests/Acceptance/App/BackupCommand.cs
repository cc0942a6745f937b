using System.Diagnostics;
using OneMachine;

namespace Acceptance.App;

/// <summary>What <c>eng/backup</c> and <c>eng/restore</c> run, on the account of an app.</summary>
public static class BackupCommand
{
    /// <returns>Its exit code, and what it printed.</returns>
    public static async Task<(int ExitCode, string Output)> Run(this TheApp app, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Built("Backups"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AzureWebJobsStorage"] = app.StorageConnectionString },
        };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
