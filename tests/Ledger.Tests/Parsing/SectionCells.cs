using DetainerLedger.Parsing.Tables;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Tests.Parsing;

/// <summary>Reads the table of a section from its cells, as every format does after it has found them.</summary>
internal static class SectionCells
{
    /// <summary>The headers of a table of Section II.</summary>
    public static readonly string[] Declined = ["Jurisdiction", "State", "LEA", "Date Issued", "Date Declined", "Reason"];

    public static SectionRows Read(ReportSection section, string[] headers, params string?[][] rows)
    {
        var read = new SectionRows(new NameResolver(JurisdictionRegister.Default), Samples.Id) { Period = new ReportingWeek(new DateOnly(2017, 2, 4), new DateOnly(2017, 2, 10)) };
        Assert.Null(read.AddTable(ColumnMap.Of(section, headers), [.. rows.Select((row, index) => new TableRow(index + 11, [.. row.Select(CellReader.Lines)]))], 10, "row 10"));
        return read;
    }
}
