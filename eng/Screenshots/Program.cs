using OneMachine;
using PuppeteerSharp;
using Screenshots;

(string Name, string Path)[] pages =
[
    ("front-page", "/"),
    ("week", "/weeks/2017-02-04"),
    ("compare", "/weeks/2017-02-04/compare/2017-02-11"),
    ("jurisdiction", "/jurisdictions/tx-travis-county"),
    ("places-of-week", "/weeks/2017-02-11/jurisdictions"),
    ("revisions", "/weeks/2017-02-11/revisions"),
    ("state", "/states/CA"),
    ("states", "/states"),
    ("agency", "/agencies/tx-travis-county-jail"),
    ("digests", "/digests"),
    ("digest", "/digests/2017-02-11"),
    ("arrivals", "/arrivals"),
    ("sources", "/sources"),
    ("follow", "/follow"),
    ("not-found", "/jurisdictions/tx-travs-county"),
    ("search", "/search?q=travis"),
    ("corrections", "/corrections"),
    ("about", "/about"),
];
(string Name, string Scheme, int Width)[] looks = [("light", "light", 1200), ("dark", "dark", 1200), ("narrow", "light", 320)];

var isForReadme = args is ["--readme", ..];
var rest = args[(isForReadme ? 1 : 0)..];
if (rest is not ([] or ["--address", _]))
{
    Console.Error.WriteLine("Usage: eng/screenshots [--readme] [--address URL]");
    return 2;
}

await using var ledger = rest is [_, var url] ? new Ledger(new Uri(url)) : await Ledger.Start();
await using var browser = await Chromium.Start();
if (isForReadme)
{
    // The upper part, at twice the density: what a reader sees first.
    var size = new ViewPortOptions { Width = 1100, Height = 1000, DeviceScaleFactor = 1.5 };
    await Take("/", "light", size, isWhole: false, "docs/images/front-page.png");
    return 0;
}

foreach (var (page, path) in pages)
    foreach (var (look, scheme, width) in looks)
        await Take(path, scheme, new ViewPortOptions { Width = width, Height = 900 }, isWhole: true, $"artifacts/screenshots/{page}-{look}.png");
return 0;

async Task Take(string path, string scheme, ViewPortOptions size, bool isWhole, string file)
{
    var target = Path.Combine(Repository.Root, file);
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    await using var page = await browser.NewPageAsync();
    await page.SetViewportAsync(size);
    await page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme }]);
    var answer = await page.GoToAsync(new Uri(ledger.Address, path).ToString(), WaitUntilNavigation.Load);
    Console.WriteLine($"{(int)answer.Status} {path} → {file}");
    await page.ScreenshotAsync(target, new ScreenshotOptions { FullPage = isWhole });
}
