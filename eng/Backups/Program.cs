using System.Globalization;
using System.Runtime.InteropServices;
using Azure;
using Azure.Identity;
using Backups;
using DetainerLedger.Storage.Backup;
using Microsoft.Extensions.Options;
using OneMachine;

var command = args.FirstOrDefault();
if (command is not (BackupOptions.Backup or BackupOptions.Restore))
{
    Console.Error.WriteLine("The command is backup or restore.");
    return 2;
}

var arguments = args[1..];
if (arguments.Any(argument => argument is "--help" or "-h"))
{
    using var help = new StreamReader(typeof(BackupOptions).Assembly.GetManifestResourceStream($"{command}.txt")!);
    Console.Write(await help.ReadToEndAsync());
    return 0;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var options = BackupOptions.Parse(command, arguments);
    var folder = new BackupFolder(options.Folder);
    await using var account = await LedgerAccount.Open(options, stop.Token);
    var manifest = command == BackupOptions.Backup
        ? await account.Backup.Run(folder, stop.Token)
        : await account.Restore.Run(folder, options.Force, stop.Token);
    Print(manifest);
    return 0;
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message} See eng/{command} --help.");
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine($"The {command} was interrupted. Run it again to complete it.");
    return 1;
}
// Failures of the machine or the account, whose message is more useful than a stack trace.
catch (Exception failure) when (failure is BackupException or DataFolderException or OptionsValidationException or InvalidOperationException or FormatException
    or RequestFailedException or AggregateException or AuthenticationFailedException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine((failure as AggregateException)?.InnerExceptions[0].Message ?? failure.Message);
    return 1;
}

void Stop(PosixSignalContext signal)
{
    // The emulator is stopped in order, so that it writes its data.
    signal.Cancel = true;
    stop.Cancel();
}

static void Print(BackupManifest manifest)
{
    foreach (var table in manifest.Tables) Line(table.Name, table.File.Lines);
    Line("archived files", manifest.Originals.Lines);
    Line("files to read", manifest.Dropped.Count);
    Console.WriteLine($"Taken at {manifest.TakenAt:u}, index {(manifest.IndexVersion.Length > 0 ? manifest.IndexVersion : "empty")}.");

    static void Line(string name, long count) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-15}{count,10:N0}"));
}
