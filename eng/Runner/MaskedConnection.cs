using System.Text.RegularExpressions;

namespace Runner;

/// <summary>Masks the secrets of a connection string for display and logs.</summary>
internal static partial class MaskedConnection
{
    // The account of every emulator, whose key is public. The key of any other account is a secret.
    private const string Emulator = "AccountName=devstoreaccount1";

    public static string Of(string connectionString) => connectionString.Contains(Emulator, StringComparison.OrdinalIgnoreCase)
        ? connectionString
        : Secret().Replace(connectionString, "$1…");

    [GeneratedRegex("((?:AccountKey|SharedAccessSignature)=)[^;]+", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
