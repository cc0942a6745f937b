using System.Globalization;
using System.Text.RegularExpressions;
using DetainerLedger.Parsing;
using DetainerLedger.Reports;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>
/// What no check of a single cell can see: a row that is put together of two, cells that changed places, rows that were lost. A
/// report that questions itself has said so, and isn't looked at.
/// </summary>
internal static partial class PublishedRows
{
    /// <returns>What is wrong with a row of Section II; null when nothing is.</returns>
    public static string? FirstWrong(Reading.Report reading, byte[] content)
    {
        if (reading.Remarks.Count > 0) return null;
        if (reading.Format == "pdf") return MixedOnPage(reading, content);
        if (FileRecords.Declined(reading.Format, content) is not { } records) return null;

        var rows = reading.Facts.Declines;
        if (rows.Count < records.Count(record => record.Count(cell => cell.Length > 0) > 3)) return $"{records.Count} records are in the file, and {rows.Count} rows were read";
        foreach (var row in rows)
            if (!records.Any(record => Cells(row).All(cell => record.Any(cell.IsIn)))) return $"row {row.Source.Row} is in no record: {row}";
        return Moved(rows, records);
    }

    // Each field has a column of its own, the same in all records.
    private static string? Moved(IReadOnlyList<DeclinedDetainer> rows, IReadOnlyList<IReadOnlyList<string>> records)
    {
        HashSet<int>? agencies = null, citizenships = null, reasons = null;
        foreach (var row in rows)
        {
            var own = records.Where(record => Cells(row).All(cell => record.Any(cell.IsIn))).ToList();
            if (!Keep(ref agencies, row.Agency, own)) return $"the agency of row {row.Source.Row} is in another column: {row.Agency}";
            if (!Keep(ref citizenships, row.Citizenship, own)) return $"the citizenship of row {row.Source.Row} is in another column: {row.Citizenship}";
            if (!Keep(ref reasons, row.Reason?.Split("; ")[0], own)) return $"the reason of row {row.Source.Row} is in another column: {row.Reason}";
        }

        return null;
    }

    private static bool Keep(ref HashSet<int>? columns, string? value, List<IReadOnlyList<string>> own)
    {
        if (value is null) return true;
        var cell = Cell.Of(value);
        var found = own.SelectMany(record => Enumerable.Range(0, record.Count).Where(column => cell.IsIn(record[column]))).ToHashSet();
        if (columns is null) columns = found;
        else columns.IntersectWith(found);
        return columns.Count > 0;
    }

    // The least part of the page that has all words of a row must not have the dates of another. A table can have a column of
    // dates that is not read, so its usual row shows how many there are.
    private static string? MixedOnPage(Reading.Report reading, byte[] content)
    {
        var found = new List<(DeclinedDetainer Row, int Dates)>();
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var pages = new Dictionary<int, List<Line>>();
            var rows = reading.Facts.Declines;
            foreach (var (row, next) in rows.Zip([.. rows.Skip(1), null]))
            {
                // The last row of a page can go on at the top of the next.
                if (next is null || next.Source.Page != row.Source.Page) continue;
                if (row.Source.Page is not { } number || row.Issued is null || row.Declined is null) continue;
                if (!pages.TryGetValue(number, out var lines)) pages[number] = lines = Lines(document.GetPage(number));
                if (Least(lines, [.. Words(row)]) is var (top, bottom))
                    found.Add((row, lines.Where(line => line.Y >= bottom && line.Y <= top).Sum(line => Date().Count(line.Text))));
            }
        }
        catch (Exception)
        {
            // PdfPig by itself gives up on colours and pictures that no reader of text looks at. Then there is nothing to compare with.
            return null;
        }

        if (found.Count == 0) return null;
        var usual = Math.Max(2, found.Select(one => one.Dates).Order().ElementAt(found.Count / 2));
        return found.Find(one => one.Dates > usual) is { Row: { } mixed } one ? $"row {mixed.Source.Row} on page {mixed.Source.Page} is put together of lines that have {one.Dates} dates: {mixed}" : null;
    }

    private static List<Line> Lines(Page page)
    {
        const double Tolerance = 2;
        var lines = new List<Line>();
        foreach (var letter in page.Letters.OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            if (lines.Count == 0 || lines[^1].Y - letter.StartBaseLine.Y > Tolerance) lines.Add(new Line(letter.StartBaseLine.Y, []));
            lines[^1].Letters.Add(letter);
        }

        return lines;
    }

    private static (double Top, double Bottom)? Least(List<Line> lines, List<string> words)
    {
        var least = ((double, double)?)null;
        var smallest = double.MaxValue;
        for (var first = 0; first < lines.Count; first++)
        {
            var missing = words.ToHashSet();
            for (var last = first; last < lines.Count && lines[first].Y - lines[last].Y < smallest; last++)
            {
                missing.RemoveWhere(word => lines[last].Text.Contains(word, StringComparison.Ordinal));
                if (missing.Count > 0) continue;
                smallest = lines[first].Y - lines[last].Y;
                least = (lines[first].Y, lines[last].Y);
                break;
            }
        }

        return least;
    }

    private static IEnumerable<string> Words(DeclinedDetainer row) =>
        new[] { row.Citizenship, row.Reason, row.Activity }.OfType<string>().SelectMany(cell => cell.Split(' ')).Select(FileText.Squeeze).Where(word => word.Length > 3);

    private static IEnumerable<Cell> Cells(DeclinedDetainer row)
    {
        // Two columns of reasons are joined by a semicolon.
        foreach (var text in new[] { row.Agency, row.Citizenship, row.Activity }.Concat(row.Reason?.Split("; ") ?? [])) if (text is not null) yield return Cell.Of(text);
        foreach (var day in new[] { row.Issued, row.Declined }) if (day is { } known) yield return Cell.Of(known);
    }

    [GeneratedRegex(@"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}-[A-Z][a-z]{2}-\d{4}|[A-Z][a-z]{2}\d{1,2},\d{4}")]
    private static partial Regex Date();

    private sealed record Line(double Y, List<Letter> Letters)
    {
        private string? _text;

        public string Text => _text ??= FileText.Squeeze(string.Concat(Once().Select(letter => letter.Value)));

        // Bold type without a bold font prints each letter twice.
        private IEnumerable<Letter> Once()
        {
            Letter? before = null;
            foreach (var letter in Letters.OrderBy(letter => letter.StartBaseLine.X))
            {
                if (before is null || before.Value != letter.Value || letter.StartBaseLine.X - before.StartBaseLine.X > 0.5) yield return letter;
                before = letter;
            }
        }
    }

    /// <summary>A cell as it may stand in a file.</summary>
    private sealed record Cell(IReadOnlyList<string> Spellings)
    {
        public static Cell Of(string text) => new([FileText.Squeeze(text)]);

        public static Cell Of(DateOnly day) => new([.. PublishedCells.DayStyles.Select(style => day.ToString(style, CultureInfo.InvariantCulture))]);

        public bool IsIn(string cell) => Spellings.Any(spelling => cell.Contains(spelling, StringComparison.OrdinalIgnoreCase));
    }
}
