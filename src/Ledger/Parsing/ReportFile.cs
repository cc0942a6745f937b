using DetainerLedger.Reports;

namespace DetainerLedger.Parsing;

/// <summary>A file to read. Its name is only a check: the bytes determine its format.</summary>
public sealed record ReportFile(ArrivalId Id, string Name, ReadOnlyMemory<byte> Content);
