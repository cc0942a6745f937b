using System.Text.Json.Nodes;

namespace Acceptance.App;

/// <summary>
/// A ledger with release days: the first week on February 6, and again, with another total, on March 1;
/// the second week on February 14; the third week without a word. And the corrections, which bear their date.
/// </summary>
public sealed class DatedLedger : IAsyncLifetime
{
    public TheApp App { get; } = new();

    public JsonNode? Uploaded { get; private set; }

    public JsonNode? Dropped { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Uploaded = await App.Take("first.pdf", Samples.Bytes(Samples.ReportOf(Samples.FirstWeek)), "2017-02-06");
        Dropped = await App.Drop("2017/second.pdf", Samples.Bytes(Samples.ReportOf(Samples.SecondWeek)), "2017-02-14");
        await App.TakeSample(Samples.ThirdWeek);
        await App.Take("first-again.json", await App.AnotherEdition(Samples.FirstWeek, issued: 3084), "2017-03-01");
        await App.Take(Samples.Corrections, Samples.Bytes(Samples.Corrections));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
