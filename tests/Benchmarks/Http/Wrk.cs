using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DetainerLedger.Benchmarks.Http;

/// <summary>What wrk measured of one address.</summary>
internal sealed partial record Wrk(double RequestsPerSecond, double Requests, TimeSpan P99)
{
    private const int Threads = 2;
    private const int Connections = 16;

    /// <param name="header">As <c>If-None-Match: "…"</c>; null for none.</param>
    /// <exception cref="InvalidOperationException">wrk is not installed, or something was not answered, or by an error.</exception>
    public static async Task<Wrk> Drive(Uri address, string? header, TimeSpan time)
    {
        List<string> arguments = [$"-t{Threads}", $"-c{Connections}", $"-d{time.TotalSeconds:0}s", "--latency", address.ToString()];
        if (header is not null) arguments.AddRange(["-H", header]);
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk could not be started: install it (apt-get install wrk).");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (Errors().IsMatch(output)) throw new InvalidOperationException($"Not every request to {address} was answered well:\n{output}");
        return new Wrk(Number(Rate().Match(output)), Number(Count().Match(output)), Time(Latency().Match(output)));
    }

    private static double Number(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static TimeSpan Time(Match match) => Number(match) * match.Groups["unit"].Value switch
    {
        "us" => TimeSpan.FromMicroseconds(1),
        "ms" => TimeSpan.FromMilliseconds(1),
        _ => TimeSpan.FromSeconds(1),
    };

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(?<number>\d+) requests in")]
    private static partial Regex Count();

    [GeneratedRegex(@"99%\s+(?<number>[\d.]+)(?<unit>us|ms|s)")]
    private static partial Regex Latency();

    [GeneratedRegex("Socket errors|Non-2xx or 3xx")]
    private static partial Regex Errors();
}
