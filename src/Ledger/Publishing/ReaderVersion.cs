namespace DetainerLedger.Publishing;

/// <summary>
/// The version of the code that reads files. Raise it with every change after which a file may be read differently, in facts or in
/// remarks: <c>eng/reread</c> then reads the kept files again. It is part of storage keys: letters, digits, dots and hyphens.
/// </summary>
public static class ReaderVersion
{
    public const string Current = "3";
}
