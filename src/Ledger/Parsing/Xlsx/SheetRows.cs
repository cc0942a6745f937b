using System.Globalization;
using DetainerLedger.Parsing.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DetainerLedger.Parsing.Xlsx;

/// <summary>Reads a sheet row by row, each cell as it is shown.</summary>
internal sealed class SheetRows(Workbook workbook, TextBudget budget)
{
    // A sheet has few columns with a format of their own.
    private const int MostColumnRanges = 1000;

    // A longer number isn't written out in digits.
    private const double LargestNumber = 1e15;

    private readonly CellText _inline = new(budget);
    private readonly List<(int First, int Last)> _hidden = [];

    /// <summary>Whether a column, from 0, is hidden; known once the first row has been read.</summary>
    public bool IsHidden(int column) => _hidden.Exists(range => column >= range.First && column <= range.Last);

    public IEnumerable<SheetRow> Read(WorksheetPart sheet, CancellationToken cancellation)
    {
        using var xml = OpenXmlReader.Create(sheet);
        var (row, cell) = (new SheetRow(0, []), new UnfinishedCell(0, "n", 0));
        while (xml.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.ElementType == typeof(Row))
            {
                if (xml.IsStartElement) row = new SheetRow(Number(xml, "r") ?? row.Number + 1, [], IsHidden(xml, "ht"));
                if (xml.IsEndElement) yield return row;
            }
            else if (xml.ElementType == typeof(Column))
            {
                if (xml.IsStartElement && IsHidden(xml, "width") && Number(xml, "min") is { } first && Number(xml, "max") is { } last && _hidden.Count < MostColumnRanges)
                    _hidden.Add((first - 1, last - 1));
            }
            else if (xml.ElementType == typeof(Cell))
            {
                if (xml.IsStartElement) cell = Begin(xml, cell.Row == row.Number ? cell.Column + 1 : 0, row.Number);
                if (xml.IsEndElement && Finish(cell) is { } finished) row.Cells[cell.Column] = finished;
            }
            else if (xml.ElementType == typeof(CellFormula) && xml.IsStartElement)
            {
                cell.HasFormula = true;
            }
            else if (xml.ElementType == typeof(CellValue) && xml.IsStartElement)
            {
                if (cell.Value is not null) throw TwoTexts(row);
                cell.Value = xml.GetText();
                budget.Take(cell.Value.Length);
            }
            else
            {
                if (xml.ElementType == typeof(InlineString) && xml.IsStartElement)
                {
                    if (cell.HasInlineText) throw TwoTexts(row);
                    cell.HasInlineText = true;
                }

                _inline.Read(xml);
            }
        }
    }

    // Cells and rows may omit their position: then they follow each other.
    private static UnfinishedCell Begin(OpenXmlReader xml, int next, int row)
    {
        var column = next;
        if (Attribute(xml, "r") is { } reference)
            column = CellPosition.Parse(reference)?.Column ?? throw new InvalidDataException($"No sheet has a cell “{reference}”.");
        if (column >= CellPosition.Columns) throw new InvalidDataException($"Row {row} has more cells than a sheet has columns.");
        return new UnfinishedCell(column, Attribute(xml, "t") ?? "n", Number(xml, "s") ?? 0) { Row = row };
    }

    // In a damaged file, they are the texts of two cells.
    private static InvalidDataException TwoTexts(SheetRow row) => new($"A cell of row {row.Number} has two texts.");

    private SheetCell? Finish(UnfinishedCell cell)
    {
        var inline = _inline.Take();
        if (cell.HasFormula && cell.Type != "str" && string.IsNullOrEmpty(cell.Value)) return new SheetCell([], IsUncalculated: true);
        var lines = CellReader.Lines(cell.Type switch
        {
            "inlineStr" => inline,
            "s" => Shared(cell.Value),
            "b" => cell.Value == "1" ? "TRUE" : "FALSE",
            "n" => FormatNumber(cell.Value, cell.Style),

            // A day in ISO 8601, with a time that reports don't have.
            "d" => cell.Value?.Split('T')[0],
            _ => cell.Value is null ? null : CellText.Unescape(cell.Value),
        });
        return lines.Count == 0 ? null : new SheetCell(lines);
    }

    private string? Shared(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < workbook.Texts.Count
            ? workbook.Texts[index]
            : throw new InvalidDataException($"A cell refers to text number {value}, which the workbook does not have.");
    }

    private string? FormatNumber(string? value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        return workbook.Dates.Read(number, style)
            ?? (Math.Abs(number) < LargestNumber && double.IsInteger(number) ? number.ToString("0", CultureInfo.InvariantCulture) : value);
    }

    private static string? Attribute(OpenXmlReader xml, string name)
    {
        foreach (var attribute in xml.Attributes)
            if (attribute.LocalName == name)
                return attribute.Value;
        return null;
    }

    // Rows and columns without height or width aren't visible either.
    private static bool IsHidden(OpenXmlReader xml, string size) => Attribute(xml, "hidden") is "1" or "true" || Attribute(xml, size) is "0" or "0.0";

    private static int? Number(OpenXmlReader xml, string name) =>
        int.TryParse(Attribute(xml, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class UnfinishedCell(int column, string type, int style)
    {
        public int Row { get; init; } = -1;

        public int Column => column;

        public string Type => type;

        public int Style => style;

        public string? Value { get; set; }

        public bool HasFormula { get; set; }

        public bool HasInlineText { get; set; }
    }
}
