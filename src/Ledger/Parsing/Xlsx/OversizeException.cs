namespace DetainerLedger.Parsing.Xlsx;

/// <summary>A limit is passed deep within a part of a workbook: the reading of the file ends, and it is refused as <c>too-large</c>.</summary>
internal sealed class OversizeException(string message) : Exception(message);
