using PuppeteerSharp;

namespace Screenshots;

/// <summary>The installed Chromium, without a window and with an empty profile. It asks no other machine for anything of its own.</summary>
public static class Chromium
{
    // Waits are for conditions. On a busy machine a page takes long.
    private const int Patience = 120_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--font-render-hinting=none",
    ];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] OtherPlaces =
    [
        "/usr/bin", "/snap/bin", "/opt/google/chrome",
        "/Applications/Chromium.app/Contents/MacOS", "/Applications/Google Chrome.app/Contents/MacOS",
    ];

    /// <exception cref="InvalidOperationException">No Chromium was found; the message says how to install or name one.</exception>
    public static Task<IBrowser> Start() => Puppeteer.LaunchAsync(new LaunchOptions
    {
        ExecutablePath = Find(),
        Headless = true,
        Args = Arguments,
        Timeout = Patience,
        ProtocolTimeout = Patience,
    });

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new InvalidOperationException($"CHROMIUM names {named}, which is no file.");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(OtherPlaces);
        var names = Names.Concat(["Chromium", "Google Chrome"]);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "Chromium was not found. Install it (`apt-get install chromium`, as root), or set CHROMIUM to the path of a Chromium or Chrome.");
    }
}
