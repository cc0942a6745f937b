using DetainerLedger.Parsing.Tables;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>A line of text within a cell.</summary>
/// <param name="Words">From left to right.</param>
internal sealed record CellLine(int Page, int Column, double Baseline, IReadOnlyList<PdfWord> Words)
{
    // Bullets and footnote marks have sizes of their own.
    public double Size { get; } = Words.MaxBy(word => word.Text.Length)!.Size;

    public string Text { get; } = string.Join(' ', Words.Select(word => word.Text));

    public double Left => Words[0].Left;

    public double Right => Words[^1].Right;

    /// <summary>The height of the middle of its small letters. A ruled line can run through letters that descend below the baseline.</summary>
    public double Middle => Baseline + (0.25 * Size);
}

/// <summary>A cell that spans several rows.</summary>
/// <param name="OffMiddle">The distance from their middle at which it is printed, in heights of a row.</param>
internal sealed record SharedCell(double OffMiddle)
{
    /// <summary>A cell between rows that doesn't show to which of them it belongs.</summary>
    public static SharedCell Undecided { get; } = new(double.PositiveInfinity);
}

/// <summary>The part of a row that one page shows.</summary>
internal sealed class RowOnPage
{
    public RowOnPage(int page, TableColumns columns, IEnumerable<CellLine> lines, int anchors)
    {
        (Page, Columns) = (page, columns);
        Cells = [.. Enumerable.Range(0, columns.Count).Select(_ => new List<string>())];
        Anchors = anchors;
        Lines = [.. lines.OrderByDescending(line => line.Baseline)];
        foreach (var line in Lines)
        {
            Cells[line.Column].Add(line.Text);
            Top = Math.Max(Top, line.Middle);
            Bottom = Math.Min(Bottom, line.Middle);
        }
    }

    /// <param name="interlude">The kind of lines, if they aren't a row.</param>
    public RowOnPage(int page, TableColumns columns, IEnumerable<CellLine> lines, Interlude interlude)
        : this(page, columns, lines, 0)
    {
        Interlude = interlude;
        if (interlude.Text is not { } text) return;
        foreach (var cell in Cells) cell.Clear();
        Cells[columns.Map.IndexOf(ReportField.Place) ?? 0].Add(text);
    }

    public int Page { get; }

    /// <summary>The content between rows; null for a row.</summary>
    public Interlude? Interlude { get; }

    /// <summary>Differs from its page if it continues after the end of the page.</summary>
    public int LastPage => Lines.Count == 0 ? Page : Lines[^1].Page;

    /// <summary>The columns of its page, by which the lines are numbered.</summary>
    public TableColumns Columns { get; }

    public List<string>[] Cells { get; private set; }

    /// <summary>The lines that are printed in the row itself, by the columns of its page: without its share of a cell that spans several rows.</summary>
    public IReadOnlyList<CellLine> Lines { get; private set; }

    /// <summary>The number of dates, counts or names that show that this is a row of its own.</summary>
    public int Anchors { get; }

    /// <summary>The cells that span this row and others, according to the lines of the table.</summary>
    public List<SharedCell> SharedCells { get; } = [];

    public double Top { get; } = double.MinValue;

    public double Bottom { get; } = double.MaxValue;

    public int Filled => Cells.Count(cell => cell.Count > 0);

    /// <summary>Puts the cells in the order of the table's first page; the order on a later page can differ.</summary>
    public void Arrange(ColumnMap from, ColumnMap to, int columns)
    {
        if (from == to) return;
        List<string>[] arranged = [.. Enumerable.Range(0, columns).Select(_ => new List<string>())];
        foreach (var field in to.Fields)
            if (from.IndexOf(field) is { } column)
                arranged[to.IndexOf(field)!.Value] = Cells[column];
        Cells = arranged;
    }

    public void Append(RowOnPage rest)
    {
        Lines = [.. Lines, .. rest.Lines];
        for (var column = 0; column < Math.Min(Cells.Length, rest.Cells.Length); column++) Cells[column].AddRange(rest.Cells[column]);
    }

    public void Prepend(RowOnPage rest)
    {
        Lines = [.. rest.Lines, .. Lines];
        for (var column = 0; column < Math.Min(Cells.Length, rest.Cells.Length); column++) Cells[column].InsertRange(0, rest.Cells[column]);
    }

    public string? Text(ColumnMap map, ReportField field) => map.IndexOf(field) is { } column ? CellReader.Join(Cells[column]) : null;
}
