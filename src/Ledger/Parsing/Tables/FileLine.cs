namespace DetainerLedger.Parsing.Tables;

/// <summary>A location in a text file or workbook, in words that let a person find it.</summary>
/// <param name="Line">From 1: the line of a text file, or the row of a sheet.</param>
/// <param name="Sheet">Null in a text file.</param>
internal readonly record struct FileLine(int Line, string? Sheet = null)
{
    public override string ToString() => Sheet is null ? $"line {Line}" : $"row {Line} of the sheet “{Sheet}”";
}
