using Azure;
using Microsoft.AspNetCore.Http;

namespace DetainerLedger.Functions.Tests;

public sealed class FailureBoundaryTests
{
    [Theory]
    [InlineData(StatusCodes.Status400BadRequest)]
    [InlineData(StatusCodes.Status408RequestTimeout)]
    [InlineData(StatusCodes.Status413PayloadTooLarge)]
    public void A_request_that_the_server_cannot_read_keeps_its_status(int status)
    {
        var problem = FailureBoundary.ProblemOf(new BadHttpRequestException("Bad chunk size data.", status));

        Assert.Equal((status, "broken-request"), (problem.Status, problem.Code));
    }

    [Fact]
    public void A_storage_failure_is_503_and_any_other_failure_is_500()
    {
        Assert.Equal((503, "storage-unavailable"), Of(new RequestFailedException(503, "The server is busy.", "ServerBusy", null)));
        Assert.Equal((500, "internal-error"), Of(new RequestFailedException(400, "Out of range.", "OutOfRangeInput", null)));
        Assert.Equal((500, "internal-error"), Of(new InvalidOperationException()));

        static (int, string) Of(Exception failure) => FailureBoundary.ProblemOf(failure) is var problem ? (problem.Status, problem.Code) : default;
    }
}
