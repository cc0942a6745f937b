using System.Diagnostics;

namespace FunctionsHost.Rpc;

/// <summary>The W3C trace context that an invocation carries to the worker.</summary>
internal static class Traces
{
    // A context that nobody records or handed in would make the worker's sampler drop every span.
    public static TraceContext Current() => Activity.Current is { Id: { } id } activity && (activity.Recorded || activity.ParentId is not null)
        ? new TraceContext { TraceParent = id, TraceState = activity.TraceStateString ?? "" }
        : new TraceContext();
}
