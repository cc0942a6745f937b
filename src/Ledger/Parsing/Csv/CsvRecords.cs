using CsvHelper;

namespace DetainerLedger.Parsing.Csv;

/// <summary>The boundary to the library that reads records: any exception from it on a broken file means that the file is refused.</summary>
internal static class CsvRecords
{
    /// <exception cref="CsvFormatException">The quotes of a record don't pair up, or it is too large.</exception>
    /// <exception cref="UnreadableTextException">The library threw anything else.</exception>
    public static bool Read(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception damage) when (damage is not (CsvFormatException or OperationCanceledException))
        {
            throw new UnreadableTextException(damage, (int)csv.LineNumber);
        }
    }
}

/// <summary>A library can't read the text.</summary>
/// <param name="line">Where it stopped, from 1.</param>
internal sealed class UnreadableTextException(Exception cause, int line) : Exception(cause.Message, cause)
{
    public int Line => line;
}
