using DetainerLedger.Functions.Ingest;

namespace DetainerLedger.Functions.Tests.Ingest;

public sealed class PoisonMessageTests
{
    [Fact]
    public void Names_the_blob_that_failed() => Assert.Equal("folder/ddor.pdf", PoisonMessage.FindBlobName(
        """{"Type":"BlobTrigger","FunctionId":"Host.Functions.ReportUploaded","BlobType":"BlockBlob","ContainerName":"reports","BlobName":"folder/ddor.pdf","ETag":"\"0x8D\""}"""));

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"ContainerName":"originals","BlobName":"x"}""")]
    [InlineData("""{"ContainerName":"reports","BlobName":""}""")]
    [InlineData("""{"ContainerName":"reports","BlobName":7}""")]
    public void Finds_no_blob_in_any_other_message(string message) => Assert.Null(PoisonMessage.FindBlobName(message));
}
