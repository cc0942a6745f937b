namespace DetainerLedger.Parsing.Xlsx;

/// <summary>A limit is exceeded deep within a part of a workbook: reading stops, and the file is refused as <c>too-large</c>.</summary>
internal sealed class OversizeException(string message) : Exception(message);
