namespace DetainerLedger.Reports;

/// <summary>The file and position of a fact.</summary>
/// <param name="ReportId">The arrival of the file.</param>
/// <param name="Page">From 1: the page of a PDF on which the row begins; the line or sheet row of other formats.</param>
/// <param name="Row">From 1: the row within its section. Null for facts that are not rows, such as totals.</param>
public sealed record SourceLocation(ArrivalId ReportId, int? Page, int? Row);
