using System.Text.Json;
using Azure;
using DetainerLedger.Storage.Intake;
using OneMachine;

namespace DetainerLedger.Storage.Tests;

public sealed class StorageFailureTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new RequestFailedException(0, "no answer"), true },
        { new RequestFailedException(403, "not yet"), true },
        { new RequestFailedException(429, "slowly"), true },
        { new RequestFailedException(503, "busy"), true },
        { new RequestFailedException(404, "", "ContainerNotFound", null), true },
        { new RequestFailedException(404, "", "TableNotFound", null), true },
        { new AggregateException(new RequestFailedException(0, ""), new TaskCanceledException()), true },
        { new TimeoutException(), true },
        { new IOException(), true },
        { new RequestFailedException(404, "", "BlobNotFound", null), false },
        { new RequestFailedException(400, "", "PropertyValueTooLarge", null), false },
        { new RequestFailedException(413, ""), false },
        { new AggregateException(new InvalidOperationException()), false },
        { new InvalidDataException(), false },
        { new NullReferenceException(), false },
    };

    [Theory, MemberData(nameof(Failures))]
    public void A_failure_of_storage_passes_and_a_fault_of_this_program_does_not(Exception failure, bool passes) =>
        Assert.Equal(passes, StorageFailure.IsTransient(failure));

    [Fact]
    public void A_run_ends_before_the_host_would_end_it()
    {
        var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "host.json"))).RootElement;
        var limit = TimeSpan.Parse(host.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(ReportIntake.RunLimit < limit);
    }
}
