using DetainerLedger.Functions.Api.Reports;

namespace DetainerLedger.Functions.Tests.Reports;

public sealed class UploadValidatorTests
{
    [Fact]
    public async Task Takes_a_body_and_leaves_all_of_it_to_be_read()
    {
        byte[] sent = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];
        var request = Requests.Post("/api/reports", sent);
        Assert.Null(await UploadValidator.Validate(request, 200_000));

        var read = new MemoryStream();
        await request.BodyReader.AsStream().CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(sent, read.ToArray());
    }

    [Fact]
    public async Task Rejects_an_empty_body() =>
        Assert.Equal("empty-body", (await UploadValidator.Validate(Requests.Post("/api/reports", []), 10))?.Code);

    [Fact]
    public async Task Rejects_what_says_it_is_too_large_before_reading_it()
    {
        var request = Requests.Post("/api/reports", [1]);
        request.Body = Stream.Null;
        request.ContentLength = 11;
        var problem = await UploadValidator.Validate(request, 10);
        Assert.Equal((413, "too-large"), (problem?.Status, problem?.Code));
    }

    [Fact]
    public async Task Rejects_a_form()
    {
        var request = Requests.Post("/api/reports", [1]);
        request.ContentType = "Multipart/form-data; boundary=x";
        Assert.Equal("unsupported-media-type", (await UploadValidator.Validate(request, 10))?.Code);
    }
}
