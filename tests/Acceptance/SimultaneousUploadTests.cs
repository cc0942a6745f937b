using Acceptance.App;

namespace Acceptance;

/// <summary>Uploads at the same time. Each test has a week of its own.</summary>
public sealed class SimultaneousUploadTests(TheApp app) : IClassFixture<TheApp>
{
    [Fact]
    public async Task Of_the_same_report_under_two_names_one_is_published_and_the_other_unchanged()
    {
        var report = Samples.Bytes(Samples.ReportOf(Samples.SecondWeek));

        var arrivals = await Task.WhenAll(app.Take("one.pdf", report), app.Take("other.pdf", report));

        Assert.Equal(["published", "unchanged"], arrivals.Select(arrival => arrival.Text("state")).Order());
        Assert.All(arrivals, arrival => Assert.Equal(1, arrival.Number("revision")));
        Assert.Equal(47, (await app.Read($"/api/weeks/{Samples.SecondWeek}")).Number("detainersDeclined"));
    }

    [Fact]
    public async Task Of_two_editions_of_one_week_both_are_published_one_after_the_other()
    {
        await app.TakeSample(Samples.ThirdWeek);
        var editions = new[] { await app.AnotherEdition(Samples.ThirdWeek, 2869), await app.AnotherEdition(Samples.ThirdWeek, 2870) };

        var arrivals = await Task.WhenAll(app.Take("2869.json", editions[0]), app.Take("2870.json", editions[1]));

        Assert.Equal([2, 3], arrivals.Select(arrival => arrival.Number("revision")!.Value).Order());
        var newest = arrivals.MaxBy(arrival => arrival.Number("revision"))!;
        var week = await app.Read($"/api/weeks/{Samples.ThirdWeek}");
        Assert.Equal(3, week.Number("revision"));
        Assert.Equal(newest.Text("name"), $"{week.Number("detainersIssued")}.json");
    }

    [Fact]
    public async Task Under_the_same_name_no_upload_is_lost()
    {
        var files = Enumerable.Range(1, 5).Select(i => new byte[] { 1, 2, (byte)i }).ToList();

        var arrivals = await Task.WhenAll(files.Select(file => app.Take("same-name.bin", file)));

        Assert.Equal(5, arrivals.Select(arrival => arrival.Text("id")).Distinct().Count());
        foreach (var (file, arrival) in files.Zip(arrivals)) Assert.Equal(file, await app.KeptFile(arrival));
    }
}
