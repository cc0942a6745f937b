using CsvHelper;
using DetainerLedger.Parsing.Tables;
using DetainerLedger.Reports;

namespace DetainerLedger.Parsing.Csv;

/// <summary>Reads the rows below a header; each row names its section.</summary>
internal sealed class CsvReport(CsvHeader header, TabularReport report, ArrivalId id)
{
    private readonly HashSet<ReportSection> _begun = [];

    public Reading Read(CsvReader csv, string format, CancellationToken cancellation)
    {
        var source = new SourceLocation(id, header.Line, null);
        report.Remarks.AddRange(header.Unknown.Select(unknown => ColumnChecks.Unknown(unknown, source, new FileLine(header.Line).ToString())));
        while (CsvRecords.Read(csv))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ReadRow(csv, new FileLine((int)csv.LineNumber)) is { } refusal) return new Reading.Refused(refusal, format);
        }

        return report.Finish("in rows of the section “report”, named “period start” and “period end”");
    }

    private Refusal? ReadRow(CsvReader csv, FileLine at)
    {
        var cells = new IReadOnlyList<string>[csv.FieldCount];
        var isBlank = true;
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = CellReader.Lines(csv.GetString(column));
            isBlank &= cells[column].Count == 0;
        }

        if (isBlank) return null;
        if (cells.Skip(header.Width).Any(cell => cell.Count > 0))
        {
            return Damaged(
                at, $"The row in {at} has {cells.Length} cells, but the header in line {header.Line} has {header.Width}. A cell that holds the separator is put in quotes.");
        }

        var row = new TableRow(at.Line, cells);
        return CellReader.Join(Cell(cells, header.Section))?.ToUpperInvariant() switch
        {
            "REPORT" => ReadValue(cells, at),
            "NOTICE" or "NOTICES" => Text(cells) is { Count: > 0 } text ? report.AddNotice(text, at) : Damaged(at, $"The notice in {at} has no text."),
            "ISSUED" => Add(ReportSection.Issued, row, at),
            "DECLINED" => Add(ReportSection.Declined, row, at),
            "POLICY" or "POLICIES" or "LISTED" => Add(ReportSection.Listed, row, at),
            null => Damaged(at, $"The row in {at} names no section: report, issued, declined, policy or notice."),
            _ => Damaged(at, $"The row in {at} is of no section that is known: report, issued, declined, policy or notice."),
        };
    }

    private Refusal? Add(ReportSection section, TableRow row, FileLine at)
    {
        var columns = header.Columns[section];
        return _begun.Add(section) && report.Begin(columns, new FileLine(header.Line)) is { } refusal ? refusal : report.Add(columns, row, at);
    }

    private Refusal? ReadValue(IReadOnlyList<string>[] cells, FileLine at) => CellReader.Join(Cell(cells, header.Name)) is { } name
        ? report.Add(name, Text(cells), at)
        : Damaged(at, $"The row in {at} states something of the report, but has no name for it.", "name");

    // If the file has no column for them, a notice can be in any other column.
    private IReadOnlyList<string> Text(IReadOnlyList<string>[] cells) => Cell(cells, header.Value) is { Count: > 0 } text
        ? text
        : cells.Where((_, column) => column != header.Section && column != header.Name).FirstOrDefault(cell => cell.Count > 0) ?? [];

    private static IReadOnlyList<string> Cell(IReadOnlyList<string>[] cells, int? column) => column is { } index && index < cells.Length ? cells[index] : [];

    private static Refusal Damaged(FileLine at, string message, string field = "section") => new(RefusalCodes.DamagedFile, message, at.Line, field);
}
