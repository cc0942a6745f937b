using System.Text.RegularExpressions;

namespace Runner;

/// <summary>A connection string as it may stand on a screen, or in the log of a service.</summary>
internal static partial class ShownConnection
{
    // Every emulator's account: its key is published. That of any other account is a secret, which its owner has.
    private const string Emulator = "AccountName=devstoreaccount1";

    public static string Of(string connectionString) => connectionString.Contains(Emulator, StringComparison.OrdinalIgnoreCase)
        ? connectionString
        : Secret().Replace(connectionString, "$1…");

    [GeneratedRegex("((?:AccountKey|SharedAccessSignature)=)[^;]+", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
