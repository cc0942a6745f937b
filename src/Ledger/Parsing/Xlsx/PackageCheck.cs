using System.IO.Compression;
using System.Text;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>Checks a ZIP before a library opens it: whether it is a workbook, and whether it may be unpacked.</summary>
internal static class PackageCheck
{
    // A workbook has a dozen parts, and some more for each sheet.
    private const int MostParts = 10_000;

    // The list of the parts and their relations is kept in memory as a whole.
    private const int LargestDirectory = 1024 * 1024;

    private const string ContentTypes = "[Content_Types].xml";

    /// <returns>Null if the file is a workbook that may be opened.</returns>
    public static Refusal? Read(Stream stream, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        var content = bytes.Span;
        // Counted by their signatures, since the ZIP library creates an object for each before their number is known.
        if (content.Count("PK\u0001\u0002"u8) > MostParts) return new Refusal(RefusalCodes.TooLarge, $"The file is a ZIP of more than {MostParts:N0} parts.");

        ZipArchive zip;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            return content.IndexOf("[Content_Types].xml"u8) >= 0 || content.IndexOf("_rels/.rels"u8) >= 0 || content.IndexOf("xl/"u8) >= 0
                ? new Refusal(RefusalCodes.DamagedFile, "The workbook has no end. Was the upload cut off?")
                : Unsupported("The file begins like a ZIP file, but isn't one.");
        }

        using (zip) return Read(zip, limits);
    }

    private static Refusal? Read(ZipArchive zip, ReadingLimits limits)
    {
        if (zip.GetEntry(ContentTypes) is not { } types) return Unsupported("The file is a ZIP, but not a workbook.");
        if (zip.Entries.Any(part => part.IsEncrypted)) return new Refusal(RefusalCodes.EncryptedFile, "The file is protected by a password. Save it without one and drop it again.");

        // The library inflates no more of a part than its stated length.
        if (zip.Entries.Sum(part => part.Length) > limits.InflatedBytes)
            return new Refusal(RefusalCodes.TooLarge, $"The compressed parts of the file come to more than {limits.InflatedBytes:N0} bytes.");
        if (zip.Entries.FirstOrDefault(part => part.Length > LargestDirectory && IsDirectory(part.FullName)) is { } large)
            return new Refusal(RefusalCodes.TooLarge, $"The part “{large.Name}” of the workbook has more than {LargestDirectory:N0} bytes.");

        using var reader = new StreamReader(types.Open(), Encoding.UTF8);
        return reader.ReadToEnd() is var kinds && kinds.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal)
            || kinds.Contains("ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal)
            || kinds.Contains("spreadsheetml.template.main+xml", StringComparison.Ordinal)
                ? null
                : Unsupported("The file is an Office file, but not a workbook as .xlsx.");
    }

    private static bool IsDirectory(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.Equals(ContentTypes, StringComparison.OrdinalIgnoreCase);

    private static Refusal Unsupported(string message) => new(RefusalCodes.UnsupportedFormat, message);
}
