using System.Globalization;
using DetainerLedger.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Writes workbooks, cell by cell.</summary>
internal sealed class WrittenXlsx
{
    // The formats of the cells, by their index.
    public const uint DayStyle = 1;
    public const uint MonthStyle = 2;
    public const uint YearStyle = 3;
    public const uint NumberStyle = 4;

    private readonly List<(string Name, bool IsHidden, List<Row> Rows, List<string> Merged)> _sheets = [];
    private readonly List<string> _shared = [];
    private readonly Dictionary<string, uint> _hiddenColumns = [];

    /// <summary>Whether days are counted from 1904, as on old Macs.</summary>
    public bool Is1904 { get; init; }

    /// <summary>Whether texts stand in a part of their own, as Excel puts them, or in their cells.</summary>
    public bool SharesTexts { get; init; } = true;

    /// <summary>Whether days and counts are numbers, or texts.</summary>
    public bool HasNumbers { get; init; } = true;

    public static WrittenXlsx Of(WeeklyReport report, WrittenXlsx? into = null)
    {
        var (workbook, tables) = (into ?? new WrittenXlsx(), WrittenTables.Of(report));
        workbook.Sheet("Report", ["Name", "Value"], [.. tables.Values]);
        workbook.Sheet("Issued", tables.Issued.Headers, [.. tables.Issued.Rows]);
        workbook.Sheet("Declined", tables.Declined.Headers, [.. tables.Declined.Rows]);
        workbook.Sheet("Policies", tables.Policies.Headers, [.. tables.Policies.Rows]);
        return workbook;
    }

    public WrittenXlsx Sheet(string name, string?[] headers, params string?[][] rows) => Sheet(name, [headers, .. rows]);

    public WrittenXlsx Sheet(string name, IEnumerable<string?[]> rows, params string[] merged) => Sheet(name, rows.Select((cells, index) => Row(index + 1, cells)), merged);

    /// <summary>Adds a sheet of rows that are made already.</summary>
    public WrittenXlsx Sheet(string name, IEnumerable<Row> rows, params string[] merged)
    {
        _sheets.Add((name, false, [.. rows], [.. merged]));
        return this;
    }

    public WrittenXlsx Hide()
    {
        _sheets[^1] = _sheets[^1] with { IsHidden = true };
        return this;
    }

    /// <summary>Hides a column, from 0, of the last sheet.</summary>
    public WrittenXlsx HideColumn(int column)
    {
        _hiddenColumns[_sheets[^1].Name] = (uint)column + 1;
        return this;
    }

    /// <param name="number">From 1.</param>
    public Row Row(int number, params string?[] cells)
    {
        var row = new Row { RowIndex = (uint)number };
        for (var column = 0; column < cells.Length; column++)
            if (Cell(cells[column]) is { } cell)
                row.Append(At(cell, number, column));
        return row;
    }

    public Cell? Cell(string? text)
    {
        if (text is null) return null;
        if (HasNumbers && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Number(day.ToDateTime(TimeOnly.MinValue).ToOADate() - (Is1904 ? 1462 : 0), DayStyle);
        if (HasNumbers && int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count)) return Number(count, NumberStyle);
        if (!SharesTexts) return new Cell(new InlineString(Text(text))) { DataType = CellValues.InlineString };
        _shared.Add(text);
        return new Cell(new CellValue((_shared.Count - 1).ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.SharedString };
    }

    public static Cell Number(double number, uint style = 0) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { StyleIndex = style };

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            if (_shared.Count > 0) part.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(_shared.Select(text => new SharedStringItem(Text(text))));
            part.Workbook = new Workbook(new WorkbookProperties { Date1904 = Is1904 }, new Sheets(_sheets.Select((sheet, index) =>
            {
                var cells = part.AddNewPart<WorksheetPart>();
                cells.Worksheet = new Worksheet(new SheetData(sheet.Rows));
                if (_hiddenColumns.TryGetValue(sheet.Name, out var hidden))
                    cells.Worksheet.InsertAt(new Columns(new Column { Min = hidden, Max = hidden, Width = 9, CustomWidth = true, Hidden = true }), 0);
                if (sheet.Merged.Count > 0) cells.Worksheet.Append(new MergeCells(sheet.Merged.Select(range => new MergeCell { Reference = range })));
                var entry = new Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = part.GetIdOfPart(cells) };
                if (sheet.IsHidden) entry.State = SheetStateValues.Hidden;
                return entry;
            })));
        }

        return stream.ToArray();
    }

    public static Cell At(Cell cell, int row, int column)
    {
        cell.CellReference = $"{(char)('A' + column)}{row}";
        return cell;
    }

    private static Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "[$-409]mmmm\\ yyyy;@" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy" }),
        new Fonts(new Font()),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 3, ApplyNumberFormat = true }));
}
