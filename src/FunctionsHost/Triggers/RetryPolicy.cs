using System.Reflection.Emit;
using FunctionsHost.Rpc;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Azure.WebJobs;

namespace FunctionsHost.Triggers;

/// <summary>The WebJobs SDK's attribute for a function's own retry policy.</summary>
internal static class RetryPolicy
{
    // A queue has its own count of attempts, and a blob trigger is a queue: a policy has no effect on them, as on Azure.
    public static CustomAttributeBuilder? Of(FunctionMetadata function) => (function.TriggerType, function.Retry) switch
    {
        ("timertrigger", { MaxRetryCount: not 0, Strategy: Retry.Types.Strategy.FixedDelay } retry) =>
            Create(typeof(FixedDelayRetryAttribute), retry.MaxRetryCount, retry.DelayInterval),
        ("timertrigger", { MaxRetryCount: not 0 } retry) =>
            Create(typeof(ExponentialBackoffRetryAttribute), retry.MaxRetryCount, retry.MinimumInterval, retry.MaximumInterval),
        _ => null,
    };

    private static CustomAttributeBuilder Create(System.Type attribute, int count, params Duration[] intervals) => new(
        attribute.GetConstructor([typeof(int), .. intervals.Select(_ => typeof(string))])!,
        [count, .. intervals.Select(interval => interval.ToTimeSpan().ToString("c"))]);
}
