using OneMachine;

namespace Backups;

/// <summary>The command-line options, described in backup.txt and restore.txt.</summary>
internal sealed record BackupOptions(string Command)
{
    public const string Backup = "backup";
    public const string Restore = "restore";

    public string Folder { get; private init; } = "";

    public string Data { get; private init; } = Path.Combine(Repository.Root, ".local");

    public string? Prefix { get; private init; }

    public bool Force { get; private init; }

    /// <exception cref="UsageException">The message names the invalid argument.</exception>
    public static BackupOptions Parse(string command, IReadOnlyList<string> arguments)
    {
        var options = new BackupOptions(command);
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--data" => options with { Data = Path.GetFullPath(Value(ref i)) },
                "--prefix" => options with { Prefix = Value(ref i) },
                "--force" when command == Restore => options with { Force = true },
                var other when other.StartsWith('-') => throw new UsageException($"Unknown option {other}."),
                var folder when options.Folder.Length == 0 => options with { Folder = Path.GetFullPath(folder) },
                var other => throw new UsageException($"{other} is a second folder."),
            };
        }

        return options.Folder.Length > 0 ? options : throw new UsageException("The folder of the backup is missing.");

        string Value(ref int i) => i + 1 < arguments.Count && arguments[i + 1].Length > 0 && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal)
            ? arguments[++i]
            : throw new UsageException($"{arguments[i]} needs a value.");
    }
}

internal sealed class UsageException(string message) : Exception(message);
