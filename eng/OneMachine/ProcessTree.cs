using System.Diagnostics;

namespace OneMachine;

/// <summary>Which process started which, as Linux knows it.</summary>
public static class ProcessTree
{
    /// <returns>The id of a running child of the process; null if it has none.</returns>
    public static int? Child(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id)) continue;
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                // The name is in parentheses and may contain blanks; then come the state and the parent.
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[0] != "Z" && fields[1] == $"{parent}") return id;
            }
            catch (IOException)
            {
                // It has ended in between.
            }
        }

        return null;
    }

    /// <summary>How long a process has been running, to ten milliseconds.</summary>
    public static TimeSpan Age(int id)
    {
        using var process = Process.GetProcessById(id);
        return TimeProvider.System.GetLocalNow().DateTime - process.StartTime;
    }
}
