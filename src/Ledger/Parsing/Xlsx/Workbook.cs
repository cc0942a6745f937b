using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>A workbook's sheets in their order, and what their cells share.</summary>
/// <param name="Texts">The texts to which cells refer by their index.</param>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, IReadOnlyList<string> Texts, CellDates Dates)
{
    // The workbook's own part and its styles are held as a whole.
    private const int LargestPart = 2 * 1024 * 1024;

    /// <returns>Null when the package holds no workbook.</returns>
    public static Workbook? Of(SpreadsheetDocument document, TextBudget budget, CancellationToken cancellation)
    {
        if (document.WorkbookPart is not { } part) return null;
        Check(part, LargestPart, cancellation);
        var is1904 = part.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        if (part.WorkbookStylesPart is { } styles) Check(styles, LargestPart, cancellation);
        return new Workbook(
            [.. (part.Workbook.Sheets?.Elements<Sheet>() ?? []).Select(sheet => SheetOf(part, sheet)).OfType<WorkbookSheet>()],
            Shared(part.SharedStringTablePart, budget, cancellation),
            CellDates.Of(part.WorkbookStylesPart?.Stylesheet, is1904));
    }

    public static void Check(OpenXmlPart part, long largest, CancellationToken cancellation)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        PartCheck.Read(stream, largest, cancellation);
    }

    // A sheet may also be a chart.
    private static WorkbookSheet? SheetOf(WorkbookPart workbook, Sheet sheet) =>
        sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) && part is WorksheetPart cells
            ? new WorkbookSheet(sheet.Name?.Value ?? "", sheet.State is { } state && state.Value != SheetStateValues.Visible, cells)
            : null;

    private static List<string> Shared(SharedStringTablePart? part, TextBudget budget, CancellationToken cancellation)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        Check(part, long.MaxValue, cancellation);
        using var xml = OpenXmlReader.Create(part);
        var text = new CellText(budget);
        while (xml.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            text.Read(xml);
            if (!xml.IsEndElement || xml.ElementType != typeof(SharedStringItem)) continue;
            budget.Take(0);
            texts.Add(text.Take());
        }

        return texts;
    }
}

internal sealed record WorkbookSheet(string Name, bool IsHidden, WorksheetPart Part);
