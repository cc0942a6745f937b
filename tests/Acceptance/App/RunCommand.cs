using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using OneMachine;

namespace Acceptance.App;

/// <summary><c>eng/run</c> as somebody at a terminal runs it.</summary>
public sealed class RunCommand : IAsyncDisposable
{
    // It builds first.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(4);

    private static readonly string Program = Path.Combine(Repository.Root, "artifacts", "bin", "Runner", "release", "Runner.dll");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private RunCommand(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "eng", "run"))
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // An account that somebody works with is not for tests.
        start.Environment.Remove("AzureWebJobsStorage");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public IReadOnlyList<string> Lines => [.. _output];

    public string Output => string.Join('\n', _output);

    /// <summary>Starts it without a build, since the build of the tests includes it.</summary>
    public static RunCommand Start(params string[] arguments) => Start(arguments, []);

    /// <inheritdoc cref="Start(string[])"/>
    public static RunCommand Start(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment) =>
        StartAsGiven(File.Exists(Program) ? ["--no-build", .. arguments] : arguments, environment);

    /// <summary>Starts it as most people do: it builds first.</summary>
    public static RunCommand StartWithBuild(params string[] arguments) => StartAsGiven(arguments, []);

    /// <summary>Waits for a line of its output.</summary>
    public async Task<string> WaitFor(string beginning)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        while (true)
        {
            var ended = _process.HasExited;
            if (_output.FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal)) is { } found) return found;
            Assert.False(ended || timeout.IsCancellationRequested, $"No line began with {beginning}:\n{Output}");
            await Task.Delay(100);
        }
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Kills one of its children, as a crash would end it.</summary>
    /// <param name="command">A part of the child's command line.</param>
    public void KillChild(string command)
    {
        var (id, _) = Assert.Single(Children(), child => File.ReadAllText($"/proc/{child.Id}/cmdline").Contains(command, StringComparison.Ordinal));
        using var child = Process.GetProcessById(id);
        child.Kill();
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync().WaitAsync(Timeout);
        return _process.ExitCode;
    }

    /// <summary>The processes that it started and theirs, by their ids and times of start, since an id is used again.</summary>
    public IReadOnlyList<(int Id, string Started)> Children()
    {
        var all = AllProcesses().ToList();
        List<(int Id, string Started)> found = [];
        List<int> parents = [_process.Id];
        while (parents.Count > 0)
        {
            var next = all.Where(process => parents.Contains(process.Parent)).ToList();
            found.AddRange(next.Select(process => (process.Id, process.Started)));
            parents = [.. next.Select(process => process.Id)];
        }
        return found;
    }

    public static bool IsRunning((int Id, string Started) process) => AllProcesses().Any(other => (other.Id, other.Started) == process);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static RunCommand StartAsGiven(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var command = new RunCommand(arguments, environment);
        command._process.Start();
        command._process.BeginOutputReadLine();
        command._process.BeginErrorReadLine();
        return command;
    }

    private void Keep(string? line)
    {
        if (line is not null) _output.Enqueue(line);
    }

    private static IEnumerable<(int Id, int Parent, string Started)> AllProcesses()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id)) continue;
            string stat;
            try
            {
                stat = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                // It ended in between.
                continue;
            }
            // The name is in parentheses and may contain blanks. It is followed by the state, the parent, …, and in field 22 the start.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            if (fields[0] != "Z") yield return (id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19]);
        }
    }
}
