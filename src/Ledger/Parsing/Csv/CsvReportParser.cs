using System.Runtime.InteropServices;
using System.Text;
using CsvHelper;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Csv;

/// <summary>Reads a week from text with a column <c>section</c>, in any of the encodings and separators that spreadsheets save.</summary>
internal sealed class CsvReportParser(NameResolver places, ReadingLimits limits) : IReportParser
{
    // There can be a title and a few remarks above the header.
    private const int HeaderWithin = 20;

    // Without this limit, a quote that is never closed would make one record of the whole file.
    private const int LargestRecord = 1024 * 1024;

    private const string Separators = ",;\t";

    public string Format => "csv";

    // Listed after the other formats that are text.
    public bool Recognises(ReadOnlySpan<byte> content) => CsvText.IsTable(content, Separators);

    public Reading Parse(ReportFile file, CancellationToken cancellation)
    {
        if (CsvText.EncodingOf(file.Content.Span) is not { } encoding)
            return Refuse(RefusalCodes.DamagedFile, "The file is marked as UTF-8, but some of its bytes are no UTF-8. Save it again.", null);

        try
        {
            foreach (var separator in Separators)
            {
                using var csv = Open(file.Content, encoding, separator);
                var report = new TabularReport(Format, places, limits, file.Id);
                if (FindHeader(csv, report) is { } header) return new CsvReport(header, report, file.Id).Read(csv, Format, cancellation);
            }
        }
        catch (CsvFormatException damage)
        {
            return damage.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal)
                ? Refuse(RefusalCodes.TooLarge, $"The row that begins in line {damage.LineNumber} is larger than {LargestRecord:N0} bytes. Is one of its quotes not closed?", (int)damage.LineNumber)
                : Refuse(
                    RefusalCodes.DamagedFile,
                    $"The quotes of the row that begins in line {damage.LineNumber} don't pair up. A cell with a quote in it is put in quotes, and its own quotes are doubled.",
                    (int)damage.LineNumber);
        }

        catch (UnreadableTextException damage)
        {
            return Refuse(RefusalCodes.DamagedFile, $"The row that begins in line {damage.Line} can't be read as a table ({damage.InnerException!.GetType().Name}). Save the file again.", damage.Line);
        }

        return Refuse(RefusalCodes.NotAReport, "This is text, but not a weekly report: no row at its beginning names a column “section” and columns for places and facts.", 1);
    }

    private static CsvReader Open(ReadOnlyMemory<byte> content, Encoding encoding, char separator)
    {
        var options = CsvReaderOptions.Default with
        {
            Separator = separator,
            HasHeader = false,
            Encoding = encoding,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            MaxRecordSize = LargestRecord,
            MalformedData = CsvMalformedDataHandling.Throw,
            IncludeValuesInExceptions = false,
        };
        var bytes = MemoryMarshal.TryGetArray(content, out var array) ? array : new ArraySegment<byte>(content.ToArray());
        return CsvReader.Create(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), options);
    }

    private static CsvHeader? FindHeader(CsvReader csv, TabularReport report)
    {
        try
        {
            for (var record = 0; record < HeaderWithin && CsvRecords.Read(csv); record++)
            {
                if (CsvHeader.Of(csv) is { } header) return header;
                report.Values.AddTitle(string.Join(' ', Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)));
            }
        }
        catch (CsvFormatException)
        {
            // The record may be valid with another separator.
        }

        return null;
    }

    private Reading.Refused Refuse(string code, string message, int? line) => new(new Refusal(code, message, line), Format);
}
