using System.Runtime.ExceptionServices;
using FunctionsHost.Worker;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace FunctionsHost.Triggers;

/// <summary>Handles failures of the SDK that aren't a function's own: a function that exceeds functionTimeout ends its worker, as on the real host.</summary>
internal sealed partial class WorkerTimeouts(WorkerSupervisor workers, ListenerFailure failure, ILogger<WorkerTimeouts> log) : IWebJobsExceptionHandler
{
    public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod)
    {
        if (exceptionInfo.SourceException is FunctionTimeoutException timeout)
        {
            LogTimeout(timeout.MethodName);
            workers.RestartFor(timeout.InstanceId.ToString());
        }

        return Task.CompletedTask;
    }

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        failure.Report(exceptionInfo.SourceException);
        return Task.CompletedTask;
    }

    [LoggerMessage(30, LogLevel.Error, "{Function} exceeded its time limit. A worker that runs it is restarted.")]
    private partial void LogTimeout(string function);
}
