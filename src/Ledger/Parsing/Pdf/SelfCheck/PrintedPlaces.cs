namespace DetainerLedger.Parsing.Pdf.SelfCheck;

/// <summary>Checks that each word of a row is within one column, and over no other word.</summary>
internal static class PrintedPlaces
{
    // Relative to the font size.
    private const double MostOverlap = 0.3;
    private const double NextLine = 0.75;

    public static IEnumerable<TableDoubt?> In(RowOnPage row)
    {
        yield return Across(row);
        yield return Overprinted(row);
        yield return SplitWord(row);
    }

    private static TableDoubt? Across(RowOnPage row)
    {
        foreach (var line in row.Lines)
        {
            // The lines of a page on which the row continues can have other columns.
            if (line.Page != row.Page) continue;
            foreach (var word in line.Words)
            {
                if (row.Columns.IsAcross(word))
                    return new TableDoubt(DoubtCodes.UncertainRow, $"{TableSelfCheck.Quote(word.Text)} runs across two columns: the row may hold text that is none of its own.", line.Page);
            }
        }

        return null;
    }

    private static TableDoubt? SplitWord(RowOnPage row)
    {
        foreach (var line in row.Lines)
        {
            var index = line.Words.Skip(1).ToList().FindIndex(word => word.IsNarrowlyApart && char.IsLower(word.Text[0]));
            if (index >= 0 && char.IsLetter(line.Words[index].Text[^1]))
                return new TableDoubt(DoubtCodes.BrokenWord, $"“{line.Words[index].Text}” and “{line.Words[index + 1].Text}” are closer together than separate words: they may be one.", line.Page);
        }

        return null;
    }

    private static TableDoubt? Overprinted(RowOnPage row)
    {
        for (var index = 0; index < row.Lines.Count; index++)
        {
            var line = row.Lines[index];
            for (var word = 1; word < line.Words.Count; word++)
                if (line.Words[word - 1].Right - line.Words[word].Left > MostOverlap * line.Size) return Doubt(line);

            for (var below = index + 1; below < row.Lines.Count && line.Page == row.Lines[below].Page && line.Baseline - row.Lines[below].Baseline < NextLine * line.Size; below++)
                if (row.Lines[below].Column == line.Column && Overlap(line, row.Lines[below])) return Doubt(line);
        }

        return null;
    }

    private static bool Overlap(CellLine line, CellLine other) =>
        line.Words.Any(word => other.Words.Any(second => Math.Min(word.Right, second.Right) - Math.Max(word.Left, second.Left) > MostOverlap * line.Size));

    private static TableDoubt Doubt(CellLine line) =>
        new(DoubtCodes.OverprintedText, $"Other text is printed over {TableSelfCheck.Quote(line.Text)}: what the row says may be mixed up.", line.Page);
}
