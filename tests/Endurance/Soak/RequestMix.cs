using System.Net;

namespace Endurance.Soak;

/// <summary>A request, and the statuses that are right for it.</summary>
internal sealed record MixedRequest(string Path, params HttpStatusCode[] Expected)
{
    public string? Accept { get; init; }

    public string? AcceptEncoding { get; init; }
}

/// <summary>What readers ask for, in the shares in which they do; and what nobody should ask for.</summary>
internal sealed class RequestMix(Random random, Func<int> nextLongQuery)
{
    public const int LongQueries = 10_000;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private static readonly string[] Weeks = ["2017-01-28", "2017-02-04", "2017-02-11", "latest"];
    private static readonly string[] Places = ["tx-travis-county", "ny-nassau-county", "co-denver", "il-cook-county", "ca-los-angeles-county"];

    public MixedRequest Next() => random.Next(100) switch
    {
        < 16 => Ok($"api/weeks/{Any(Weeks)}"),
        < 20 => Page(""),
        < 24 => Page($"weeks/{Any(Weeks)}"),
        < 28 => Page($"jurisdictions/{Any(Places)}"),
        < 29 => Page("states/ca"),
        < 30 => Page($"search?q={Word(3)}"),
        < 45 => Known($"api/jurisdictions/{Any(Places)}/history"),
        < 50 => Known($"api/jurisdictions/{Any(Places)}/history?format=csv"),
        < 58 => Ok($"api/weeks?limit={random.Next(1, 1001)}"),
        < 63 => Ok($"api/weeks/{Any(Weeks)}/declines?limit={random.Next(1, 1001)}"),
        < 66 => Ok($"api/weeks/{Any(Weeks)}/listings") with { Accept = "text/csv" },
        < 69 => Ok("api/jurisdictions?state=TX"),
        < 72 => Ok("api/feed"),
        < 74 => Ok("api/corrections"),
        < 76 => Ok("api/reports?limit=5"),
        < 78 => Ok("api/states/CA"),
        < 80 => Known($"api/weeks/{Any(Weeks)}?asOf=2017-{random.Next(1, 13):00}-{random.Next(1, 29):00}"),
        < 81 => Ok("api/export/declines.csv"),
        < 82 => Ok("api/health"),
        < 84 => new MixedRequest($"api/weeks/{random.Next(1990, 2010)}-01-02", HttpStatusCode.NotFound),
        < 86 => new MixedRequest("api/weeks/never", HttpStatusCode.BadRequest),
        < 88 => new MixedRequest("api/nowhere", HttpStatusCode.NotFound),
        < 92 => Long($"api/jurisdictions?q={Word(30)}&"),
        < 96 => Long("api/weeks/latest?"),
        _ => Long($"api/jurisdictions/{Any(Places)}/history?"),
    };

    private static MixedRequest Ok(string path) => new(path, HttpStatusCode.OK);

    // As a browser asks for it.
    private static MixedRequest Page(string path) => Known(path) with { Accept = "text/html", AcceptEncoding = "gzip, br" };

    // A place or a day of which the samples may say nothing.
    private static MixedRequest Known(string path) => new(path, HttpStatusCode.OK, HttpStatusCode.NotFound);

    // No two alike: a cache that keeps each of them would grow. An unknown parameter is ignored, and a search finds nothing.
    private MixedRequest Long(string path) => new(
        $"{path}x{nextLongQuery() % LongQueries}={Word(random.Next(500, 3000))}", HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);

    private string Word(int length) => string.Create(length, random, static (letters, random) =>
    {
        for (var i = 0; i < letters.Length; i++) letters[i] = Letters[random.Next(Letters.Length)];
    });

    private T Any<T>(T[] values) => values[random.Next(values.Length)];
}
