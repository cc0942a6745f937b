namespace FunctionsHost.Triggers;

/// <summary>The first failure of a listener in one run of the triggers.</summary>
internal sealed class ListenerFailure
{
    private readonly TaskCompletionSource<Exception> _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Exception> Happened => _happened.Task;

    public void Report(Exception failure) => _happened.TrySetResult(failure);
}
