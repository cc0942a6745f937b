using System.Text.RegularExpressions;

namespace Browser.Visits;

/// <summary>The folder into which an app writes its mails.</summary>
public sealed partial class MailFolder(string path)
{
    private const string Site = "http://ledger.example";

    /// <summary>An app with these settings sends its mails there.</summary>
    public static Dictionary<string, string> Settings(string path) => new()
    {
        ["Delivery__Key"] = Convert.ToBase64String(new byte[32]),
        ["Delivery__PublicUrl"] = Site,
        ["Delivery__DaysBack"] = "36500",
        ["Delivery__Mail__From"] = "ledger@ledger.example",
        ["Delivery__Mail__Folder"] = path,
    };

    /// <summary>Waits for a mail.</summary>
    public async Task<string> Await(string pattern)
    {
        for (var i = 0; i < 600; i++)
        {
            // Quoted-printable: a line that ends in = goes on in the next.
            if (Directory.GetFiles(path, pattern) is [var file]) return LineEnds().Replace(await File.ReadAllTextAsync(file), "");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No mail {pattern} in {string.Join(' ', Directory.GetFiles(path).Select(Path.GetFileName))}");
    }

    /// <summary>The path of the first link of a kind: <c>confirm</c>, <c>manage</c>, <c>unsubscribe</c>, <c>jurisdictions</c>.</summary>
    public static string Link(string mail, string kind) =>
        Links().Matches(mail).Select(link => link.Groups["path"].Value).First(found => found.StartsWith($"/{kind}/", StringComparison.Ordinal));

    [GeneratedRegex("=\r?\n")]
    private static partial Regex LineEnds();

    [GeneratedRegex(Site + "(?<path>/[A-Za-z0-9/._-]+)")]
    private static partial Regex Links();
}
