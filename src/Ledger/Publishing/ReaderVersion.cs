namespace DetainerLedger.Publishing;

/// <summary>
/// The version of the code that reads files. Increment it with every change that can affect the facts or remarks read from a file:
/// <c>eng/reread</c> then rereads the archived files. It is part of storage keys: letters, digits, dots and hyphens.
/// </summary>
public static class ReaderVersion
{
    public const string Current = "6";
}
