using System.Text;
using System.Text.Json.Nodes;
using OneMachine;

namespace Endurance.Chaos;

/// <summary>A file to drop.</summary>
/// <param name="ReleasedOn">Null for a notice of corrections, which has its own date, and for a broken file.</param>
internal sealed record ChaosFile(string Name, byte[] Content, DateOnly? ReleasedOn);

/// <summary>
/// Forty files: editions of twelve weeks, each with a release day of its own, so that any order makes the same ledger; the samples,
/// notices of corrections, files with the same facts, and files that can't be read.
/// </summary>
internal static class ChaosFiles
{
    public const int Weeks = 9;

    private static readonly DateOnly FirstWeek = new(2017, 3, 4);
    private static readonly string[] Places =
        ["Travis County, Texas", "Denver, Colorado", "Nassau County, New York", "Cook County, Illinois", "Kern County, California", "Clark County, Nevada"];

    public static IEnumerable<DateOnly> MadeWeeks => Enumerable.Range(0, Weeks).Select(Week);

    public static IReadOnlyList<ChaosFile> Make(Random random)
    {
        var files = new List<ChaosFile>();
        for (var week = 0; week < Weeks; week++)
            for (var edition = 0; edition < 3; edition++)
                files.Add(new ChaosFile($"week-{week}-{edition}.json", Report(Week(week), 1000 * (week + 1) + edition, random), Week(week).AddDays(9 + 7 * edition)));

        foreach (var (sample, day) in new[]
        {
            ("ddor2017_01-28to02-03.pdf", new DateOnly(2017, 2, 6)), ("ddor2017_02-04to02-10.pdf", new DateOnly(2017, 2, 13)),
            ("ddor2017_02-11to02-17.pdf", new DateOnly(2017, 2, 20)),
        })
            files.Add(new ChaosFile(sample, File.ReadAllBytes(Path.Combine(Repository.Samples, sample)), day));

        for (var notice = 0; notice < 4; notice++) files.Add(new ChaosFile($"notice-{notice}.json", Notice(Week(notice), notice), null));
        files.Add(new ChaosFile("again-1.json", files[0].Content, files[0].ReleasedOn));
        files.Add(new ChaosFile("again-2.json", files[10].Content, files[10].ReleasedOn));
        files.Add(new ChaosFile("broken.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 nothing"), null));
        files.Add(new ChaosFile("no-report.json", Encoding.ASCII.GetBytes("{\"hello\":1}"), null));
        files.Add(new ChaosFile("empty.csv", [], null));
        files.Add(new ChaosFile("noise.bin", Noise(random), null));
        return files;
    }

    private static DateOnly Week(int number) => FirstWeek.AddDays(7 * number);

    // The number of rows depends on the edition, so that an answer made of two editions contradicts itself.
    private static byte[] Report(DateOnly week, int issued, Random random) => Bytes(new JsonObject
    {
        ["week"] = Text(week),
        ["detainersIssued"] = issued,
        ["declines"] = Rows(random.Next(3, 60), place => new JsonObject
        {
            ["jurisdiction"] = place,
            ["agency"] = $"Jail {random.Next(5)}",
            ["declined"] = Text(week.AddDays(random.Next(7))),
        }),
        ["listings"] = Rows(random.Next(1, Places.Length), place => new JsonObject { ["jurisdiction"] = place, ["policy"] = $"Policy {random.Next(9)}" }),
    });

    private static byte[] Notice(DateOnly week, int number) => Bytes(new JsonObject
    {
        ["title"] = "Correction",
        ["dated"] = Text(new DateOnly(2017, 6, 1).AddDays(number)),
        ["corrections"] = new JsonArray(new JsonObject
        {
            ["week"] = Text(week),
            ["section"] = "declined",
            ["jurisdiction"] = Places[number % Places.Length],
            ["was"] = 9,
            ["is"] = number,
        }),
    });

    private static JsonArray Rows(int count, Func<string, JsonNode> row) => new([.. Enumerable.Range(0, count).Select(i => row(Places[i % Places.Length]))]);

    private static byte[] Noise(Random random)
    {
        var noise = new byte[5000];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");
}
