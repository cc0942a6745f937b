using System.Diagnostics;

namespace DetainerLedger.Benchmarks;

/// <summary>The 35 pages of a sample, read to a checked report, beside a program that only puts out their text.</summary>
internal static class BesidePdfToText
{
    private const double Most = 2;
    private const int Warming = 30;
    private const int Rounds = 60;

    public static bool Run(string sample)
    {
        var content = File.ReadAllBytes(sample);
        for (var round = 0; round < Warming; round++) Reader.Read(content);

        var (own, other) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            other.Add(Measure.Once(() => PdfToText(sample)));
            own.Add(Measure.Once(() => Reader.Read(content)));
        }

        var (read, dumped) = (Measure.Median(own), Measure.Median(other));
        var allocated = Measure.Allocated(() => Reader.Read(content));
        Console.WriteLine($"35 pages, medians of {Rounds} rounds in turn");
        Console.WriteLine($"  read to a checked report   {read.TotalMilliseconds,8:N1} ms   {allocated / 1048576.0:N1} MiB allocated");
        Console.WriteLine($"  pdftotext -layout          {dumped.TotalMilliseconds,8:N1} ms");
        Console.WriteLine($"  ratio                      {read / dumped,8:N2}      at most {Most:N0}");
        return read / dumped <= Most;
    }

    private static void PdfToText(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("pdftotext could not be started: install poppler-utils.");
        if (process.StandardOutput.ReadToEnd().Length == 0) throw new InvalidOperationException("pdftotext found no text.");
        process.WaitForExit();
    }
}
