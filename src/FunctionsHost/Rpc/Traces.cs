using System.Diagnostics;

namespace FunctionsHost.Rpc;

/// <summary>The W3C trace context that an invocation carries to the worker.</summary>
internal static class Traces
{
    // With a context that isn't recorded and wasn't passed in, the worker's sampler would drop every span.
    public static TraceContext Current() => Activity.Current is { Id: { } id } activity && (activity.Recorded || activity.ParentId is not null)
        ? new TraceContext { TraceParent = id, TraceState = activity.TraceStateString ?? "" }
        : new TraceContext();
}
