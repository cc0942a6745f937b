using System.Diagnostics;

namespace FunctionsHost.Tests;

public sealed class CommandLineTests
{
    private static readonly string App = typeof(CommandLineTests).Assembly.Location;

    [Fact]
    public void Without_options_it_is_the_port_of_Azure_s_tools_on_both_loopback_addresses()
    {
        var options = CommandLine.Parse([App]);
        Assert.Equal((7071, true, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.5), false), (options.Port, options.MakesEvents, options.StopTimeout, options.EventInterval, options.StopsWithInput));
        Assert.Null(options.Address);
        Assert.Equal(App, options.App);
    }

    [Fact]
    public void The_host_id_is_made_of_the_app_s_path_and_stays_the_same()
    {
        var id = CommandLine.Parse([App]).HostId;
        Assert.Equal(id, CommandLine.Parse([Path.Combine(Path.GetDirectoryName(App)!, ".", Path.GetFileName(App))]).HostId);
        Assert.NotEqual(id, CommandLine.Parse([typeof(Assert).Assembly.Location]).HostId);
        Assert.Equal(id, CommandLine.Parse([App, "--host-id", id]).HostId);
    }

    [Theory]
    [InlineData("127.0.0.1", "8080", "127.0.0.1")]
    [InlineData("0.0.0.0", "8080", "0.0.0.0")]
    [InlineData("::1", "8080", "::1")]
    [InlineData("localhost", "0", "127.0.0.1")]
    public void Listens_on_the_address_that_is_named(string host, string port, string address) =>
        Assert.Equal(address, CommandLine.Parse([App, "--host", host, "--port", port]).Address!.ToString());

    [Theory]
    [InlineData("--port", "--port needs a value")]
    [InlineData("--port often", "--port")]
    [InlineData("--port 65536", "--port")]
    [InlineData("--port -1", "--port")]
    [InlineData("--port 1.5", "--port")]
    [InlineData("--host my-machine", "--host")]
    [InlineData("--host-id A/b", "--host-id")]
    [InlineData("--host-id a--b", "--host-id")]
    [InlineData("--host-id a-", "--host-id")]
    [InlineData("--host-id 123456789012345678901234567890123", "--host-id")]
    [InlineData("--event-interval 0", "--event-interval")]
    [InlineData("--event-interval NaN", "--event-interval")]
    [InlineData("--stop-timeout 601", "--stop-timeout")]
    [InlineData("--stop-timeout 1e9", "--stop-timeout")]
    [InlineData("--key secret", "--key")]
    [InlineData("another.dll", "another.dll")]
    public void A_wrong_argument_is_named(string arguments, string named)
    {
        var failure = Assert.Throws<CommandLineException>(() => CommandLine.Parse([App, .. arguments.Split(' ')]));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_names_each_option_and_is_found_without_an_app() => Assert.Multiple(
        () => Assert.All(
            (string[])["--port", "--host", "--host-id", "--no-events", "--event-interval", "--stop-timeout", "--stop-with-input", "--help"],
            option => Assert.Contains($"  {option} ", Run("--help").Output, StringComparison.Ordinal)),
        () => Assert.Equal(0, Run("--help").ExitCode));

    [Theory]
    [InlineData("", "missing")]
    [InlineData("nowhere.dll", "nowhere.dll")]
    [InlineData("--no-such-option", "--no-such-option")]
    public void A_wrong_command_line_ends_with_2_and_a_message(string arguments, string named)
    {
        var (exitCode, output, error) = Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ProbeHost.HostAssembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
