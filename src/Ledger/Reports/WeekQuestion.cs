namespace DetainerLedger.Reports;

/// <summary>An operator's question about a row of a report.</summary>
/// <param name="Row">From 1: the row within its section.</param>
/// <param name="Dated">The day of the question, as the operator states it; null for the day on which it was recorded.</param>
public sealed record WeekQuestion(string Id, CorrectedSection Section, int Row, string Reason, DateOnly? Dated, DateTimeOffset RecordedAt);
