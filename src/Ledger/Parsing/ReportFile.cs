using DetainerLedger.Reports;

namespace DetainerLedger.Parsing;

/// <summary>A file to read. Its name is only a check: the bytes decide what it is.</summary>
public sealed record ReportFile(ArrivalId Id, string Name, ReadOnlyMemory<byte> Content);
