using System.Globalization;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Benchmarks;

/// <summary>Reads one file with the usual limits and says what it took, for whoever started this process.</summary>
internal static class Peak
{
    public const string Argument = "peak";

    public static void Print(string file)
    {
        var reader = new ReportReader(new NameResolver(new JurisdictionRegister()), new ReadingLimits());
        var id = ArrivalId.Of("peak", "0x1", DateTimeOffset.UnixEpoch);
        reader.Read(new ReportFile(id, "idle", "{}"u8.ToArray()), CancellationToken.None);
        var idle = Kibibytes("VmRSS");
        Reading? reading = null;
        var time = Measure.Once(() => reading = reader.Read(new ReportFile(id, file, File.ReadAllBytes(file)), CancellationToken.None));
        var outcome = reading is Reading.Refused { Refusal: var refusal } ? refusal.Code : "read";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome} {(Kibibytes("VmHWM") - idle) / 1024} {time.TotalMilliseconds:0}"));
        if (reading is Reading.Refused { Refusal: var why }) Console.WriteLine(why.Message);
    }

    private static long Kibibytes(string name) => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split(':')[1].Replace("kB", ""),
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
        CultureInfo.InvariantCulture);
}
