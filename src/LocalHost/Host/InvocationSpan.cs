using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Host;

/// <summary>The span around an invocation, named and described as the worker does it.</summary>
internal static class InvocationSpan
{
    public const string Source = "Microsoft.Azure.Functions.Worker";

    private static readonly ActivitySource Spans = new(Source);

    /// <param name="request">Its <c>traceparent</c> names the caller's span.</param>
    public static Activity? Start(FunctionContext context, HttpContext? request)
    {
        // ASP.NET Core's own, which nobody records, would have this one not recorded either.
        Activity.Current = null;
        ActivityContext.TryParse(request?.Request.Headers.TraceParent, request?.Request.Headers.TraceState, out var caller);
        return Spans.StartActivity(
            $"function {context.FunctionDefinition.Name}",
            ActivityKind.Internal,
            caller,
            [new("faas.invocation_id", context.InvocationId), new("faas.name", context.FunctionDefinition.Name)]);
    }
}
