using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>The sheets of a workbook in their order, and the data that their cells share.</summary>
/// <param name="Texts">The texts to which cells refer by their index.</param>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, IReadOnlyList<string> Texts, CellDates Dates)
{
    // The workbook's own part and its styles are kept in memory as a whole.
    private const int LargestPart = 2 * 1024 * 1024;

    /// <returns>Null if the package contains no workbook.</returns>
    public static Workbook? Of(SpreadsheetDocument document, PartCheck check, TextBudget budget, CancellationToken cancellation)
    {
        if (document.WorkbookPart is not { } part) return null;
        check.Read(part, LargestPart);
        var is1904 = part.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        if (part.WorkbookStylesPart is { } styles) check.Read(styles, LargestPart);
        return new Workbook(
            [.. (part.Workbook.Sheets?.Elements<Sheet>() ?? []).Select(sheet => SheetOf(part, sheet)).OfType<WorkbookSheet>()],
            Shared(part.SharedStringTablePart, check, budget, cancellation),
            CellDates.Of(part.WorkbookStylesPart?.Stylesheet, is1904));
    }

    // A sheet may also be a chart.
    private static WorkbookSheet? SheetOf(WorkbookPart workbook, Sheet sheet) =>
        sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) && part is WorksheetPart cells
            ? new WorkbookSheet(sheet.Name?.Value ?? "", sheet.State is { } state && state.Value != SheetStateValues.Visible, cells)
            : null;

    private static List<string> Shared(SharedStringTablePart? part, PartCheck check, TextBudget budget, CancellationToken cancellation)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        check.Read(part);
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
