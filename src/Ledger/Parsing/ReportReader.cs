using DetainerLedger.Parsing.Csv;
using DetainerLedger.Parsing.Json;
using DetainerLedger.Parsing.Pdf;
using DetainerLedger.Parsing.Prose;
using DetainerLedger.Parsing.Xlsx;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing;

/// <summary>Selects a parser by the bytes of a file.</summary>
public sealed class ReportReader(NameResolver places, ReadingLimits limits)
{
    // The time for a reader to notice that its time limit has passed.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly IReportParser[] _parsers =
    [
        new PdfReportParser(places, limits),
        new JsonFileParser(places, limits),
        new XlsxReportParser(places, limits),
        new CsvReportParser(places, limits),
    ];

    /// <summary>Reads a file. Whatever its bytes are, the result is a <see cref="Reading"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Reading Read(ReportFile file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (file.Content.Length > limits.Bytes)
            return Refuse(RefusalCodes.TooLarge, $"The file has {file.Content.Length:N0} bytes; at most {limits.Bytes:N0} are read.", null);
        if (file.Content.IsEmpty) return Refuse(RefusalCodes.DamagedFile, "The file is empty. Was the upload cut off?", null);

        var parser = Array.Find(_parsers, parser => parser.Recognises(file.Content.Span));
        if (parser is null)
            return Refuse(RefusalCodes.UnsupportedFormat, $"The file has none of the formats that can be read: {string.Join(", ", _parsers.Select(known => known.Format))}.", null);

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limits.Time);
        try
        {
            var reading = OwnThread.Run(() => parser.Parse(file, time.Token), limits.Time + Grace);
            return FileNamePeriod.Check(file, TextLimit.Apply(reading, limits, file.Id));
        }
        catch (Exception late) when (late is TimeoutException || (late is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Refuse(RefusalCodes.TooLarge, $"Reading the file took longer than {limits.Time.TotalSeconds:N0} seconds.", parser.Format);
        }
    }

    private static Reading.Refused Refuse(string code, string message, string? format) => new(new Refusal(code, message), format);
}
