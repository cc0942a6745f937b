using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Prints small reports by other hands than the samples': other pages, columns, orders and rules.</summary>
internal sealed class PrintedReport : IDisposable
{
    private readonly PdfDocumentBuilder _document = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;
    private double _y;

    public PrintedReport(PageSize size = PageSize.Letter, bool landscape = true)
    {
        (Size, Landscape) = (size, landscape);
        _plain = _document.AddStandard14Font(Standard14Font.Helvetica);
        _bold = _document.AddStandard14Font(Standard14Font.HelveticaBold);
        _page = NewPage();
    }

    public PageSize Size { get; }

    public bool Landscape { get; }

    public double FontSize { get; init; } = 9;

    /// <summary>From one line to the next, in points.</summary>
    public double Leading { get; init; } = 11;

    /// <summary>Between rows, beyond the leading.</summary>
    public double RowGap { get; init; } = 12;

    public bool Ruled { get; init; }

    /// <summary>A column, but not the last, whose cells have no line below them.</summary>
    public int? UnruledColumn { get; init; }

    public bool Centred { get; init; }

    /// <summary>Whether text is centred in its column, as in some headers and cells.</summary>
    public bool CentredAcross { get; init; }

    /// <summary>Whether a row may begin on one page and end on the next.</summary>
    public bool BreakRows { get; init; }

    public bool RepeatHeaders { get; init; } = true;

    /// <summary>Printed at the foot of each page; {0} is its number.</summary>
    public string? Footer { get; init; }

    public PrintedReport Title(string period = "Feb 4 – Feb 10, 2017") => Line("Weekly Declined Detainer Outcome Report", bold: true).Line($"For Recorded Declined Detainers {period}", bold: true).Space();

    public PrintedReport Line(string text, bool bold = false)
    {
        Write(40, _y, text, bold);
        _y -= Leading;
        return this;
    }

    public PrintedReport Space()
    {
        _y -= Leading;
        return this;
    }

    public PrintedReport NextPage()
    {
        _page = NewPage();
        return this;
    }

    /// <summary>Draws discs before lines of the table that is printed next.</summary>
    /// <param name="belowHeader">The lines of its first row, from 1.</param>
    public PrintedReport Bullets(double x, int[] belowHeader)
    {
        foreach (var line in belowHeader) _page.DrawCircle(new PdfPoint(x, _y - (line * Leading) - RowGap + (FontSize * 0.3)), 3, fill: true);
        return this;
    }

    /// <summary>Prints a table; a line feed within a cell begins a line.</summary>
    public PrintedReport Table(double[] columns, string[] headers, params string[][] rows)
    {
        Row(columns, headers, bold: true);
        foreach (var row in rows)
        {
            var fits = Math.Max(0, (int)((_y - 60) / Leading));
            if (BreakRows && fits > 0 && fits < Height(row))
            {
                Row(columns, [.. row.Select(cell => string.Join('\n', cell.Split('\n').Take(fits)))], bold: false);
                Break();
                Row(columns, [.. row.Select(cell => string.Join('\n', cell.Split('\n').Skip(fits)))], bold: false);
                continue;
            }

            if (fits < Height(row)) Break();
            Row(columns, row, bold: false);
        }

        _y -= RowGap;
        return this;

        void Break()
        {
            NextPage();
            if (RepeatHeaders) Row(columns, headers, bold: true);
        }
    }

    /// <summary>Breaks the text of each cell into lines that fit its column, at spaces and behind hyphens.</summary>
    public string[] Fit(double[] columns, double right, string[] cells) =>
        [.. cells.Select((cell, column) => string.Join('\n', cell.Split('\n').SelectMany(line => Fit(line, (column + 1 < columns.Length ? columns[column + 1] : right) - columns[column] - 6))))];

    public byte[] Build() => _document.Build();

    public void Dispose() => _document.Dispose();

    private List<string> Fit(string text, double width)
    {
        var lines = new List<string> { "" };
        foreach (var piece in System.Text.RegularExpressions.Regex.Split(text, @"(?<= )|(?<=\w-)(?=\w)"))
        {
            var longer = lines[^1] + piece;
            if (lines[^1].Length == 0 || Width(longer.TrimEnd()) <= width) lines[^1] = longer;
            else lines.Add(piece);
        }

        return [.. lines.Select(line => line.TrimEnd())];
    }

    private static int Height(string[] row) => row.Max(cell => cell.Split('\n').Length);

    private void Row(double[] columns, string[] cells, bool bold)
    {
        var height = Height(cells);
        for (var column = 0; column < cells.Length; column++)
        {
            var lines = cells[column].Split('\n');
            var top = Centred ? _y - ((height - lines.Length) * Leading / 2) : _y;
            for (var line = 0; line < lines.Length; line++) Write(Across(columns, column, lines[line]), top - (line * Leading), lines[line], bold);
        }

        _y -= height * Leading;
        if (Ruled)
        {
            DrawRule(columns[0] - 2, UnruledColumn is { } before ? columns[before] - 2 : columns[^1] + 90);
            if (UnruledColumn is { } unruled) DrawRule(columns[unruled + 1] - 2, columns[^1] + 90);
            _y -= 2;
        }
        else
        {
            _y -= RowGap;
        }
    }

    private void DrawRule(double left, double right) => _page.DrawLine(new PdfPoint(left, _y + Leading - 3), new PdfPoint(right, _y + Leading - 3), 0.5);

    private double Across(double[] columns, int column, string text)
    {
        if (!CentredAcross || text.Length == 0 || text[0] == '•') return columns[column];
        var width = (column + 1 < columns.Length ? columns[column + 1] : columns[column] + 80) - columns[column] - 6;
        return columns[column] + Math.Max(0, (width - Width(text)) / 2);
    }

    private double Width(string text) => _page.MeasureText(text, FontSize, new PdfPoint(0, 0), _bold).Sum(letter => letter.Width);

    private void Write(double x, double y, string text, bool bold)
    {
        if (text.Length > 0) _page.AddText(text, FontSize, new PdfPoint(x, y), bold ? _bold : _plain);
    }

    private PdfPageBuilder NewPage()
    {
        _page = _document.AddPage(Size, isPortrait: !Landscape);
        _y = _page.PageSize.Height - 60;
        if (Footer is not null) Write(300, 30, string.Format(null, Footer, _document.Pages.Count), bold: false);
        return _page;
    }
}
