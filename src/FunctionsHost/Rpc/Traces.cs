using System.Diagnostics;

namespace FunctionsHost.Rpc;

/// <summary>The W3C trace context that an invocation carries to the worker.</summary>
internal static class Traces
{
    public static TraceContext Current() => Activity.Current is { Id: { } id } activity
        ? new TraceContext { TraceParent = id, TraceState = activity.TraceStateString ?? "" }
        : new TraceContext();
}
