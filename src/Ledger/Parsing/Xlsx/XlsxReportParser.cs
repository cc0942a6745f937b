using System.Runtime.InteropServices;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using DocumentFormat.OpenXml.Packaging;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>Opens a workbook and reads its sheets; if it isn't one, determines what it is instead.</summary>
internal sealed class XlsxReportParser(NameResolver places, ReadingLimits limits) : IReportParser
{
    public string Format => "xlsx";

    // A workbook is a ZIP; one with a password, like one of the old format, is a compound file.
    public bool Recognises(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8) || CompoundFile.IsOne(content);

    public Reading Parse(ReportFile file, CancellationToken cancellation)
    {
        if (CompoundFile.IsOne(file.Content.Span))
        {
            return CompoundFile.IsEncrypted(file.Content.Span)
                ? Refuse(RefusalCodes.EncryptedFile, "The file is protected by a password. Save it without one and drop it again.")
                : Refuse(RefusalCodes.UnsupportedFormat, "The file is of an old Office format, such as .xls. Save it as .xlsx and drop it again.", isWorkbook: false);
        }

        try
        {
            var bytes = MemoryMarshal.TryGetArray(file.Content, out var array) ? array : new ArraySegment<byte>(file.Content.ToArray());
            using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
            if (LibraryCall.Run(() => PackageCheck.Read(stream, file.Content, limits)) is { } unfit)
                return new Reading.Refused(unfit, unfit.Code == RefusalCodes.UnsupportedFormat ? null : Format);

            stream.Position = 0;
            using var document = LibraryCall.Run(() => SpreadsheetDocument.Open(stream, isEditable: false));
            return Read(document, file, cancellation);
        }
        catch (OversizeException oversize)
        {
            return Refuse(RefusalCodes.TooLarge, oversize.Message);
        }
        catch (DamagedWorkbookException damage)
        {
            return Refuse(RefusalCodes.DamagedFile, $"The file can't be read as a workbook: {damage.Message} Open it in a spreadsheet program, save it, and drop it again.");
        }
    }

    private Reading Read(SpreadsheetDocument document, ReportFile file, CancellationToken cancellation)
    {
        var (budget, check) = (new TextBudget(limits.Characters), new PartCheck(limits.Nesting, cancellation));
        if (LibraryCall.Run(() => Workbook.Of(document, check, budget, cancellation)) is not { } workbook)
            return Refuse(RefusalCodes.DamagedFile, "The file has no workbook in it. Save it again.");

        var report = new TabularReport(Format, places, limits, file.Id);
        foreach (var sheet in workbook.Sheets)
        {
            if (sheet.IsHidden)
            {
                report.Remarks.Add(new Check("hidden-sheet", CheckSeverity.Info, $"The sheet “{sheet.Name}” is hidden; its contents are not read.", null));
                continue;
            }

            var rows = new SheetRows(workbook, budget);
            var merged = LibraryCall.Run(() =>
            {
                check.Read(sheet.Part);
                return MergedCells.Of(sheet.Part, limits.Rows, cancellation);
            });
            var tables = new SheetTables(sheet, report, file.Id, rows.IsHidden);
            foreach (var row in LibraryCall.Each(rows.Read(sheet.Part, cancellation)))
            {
                merged.Fill(row);
                if (tables.Add(row) is { } refusal) return new Reading.Refused(refusal, Format);
            }

            if (tables.Finish() is { } last) return new Reading.Refused(last, Format);
        }

        return report.HasTables
            ? report.Finish("in the sheet “Report”, in rows named “period start” and “period end”")
            : Refuse(RefusalCodes.NotAReport, "This is a workbook, but not a weekly report: no sheet has a row of headers for places and facts, such as “Jurisdiction” and “Date declined”.");
    }

    private Reading.Refused Refuse(string code, string message, bool isWorkbook = true) => new(new Refusal(code, message), isWorkbook ? Format : null);
}
