using DetainerLedger.Functions.Api.Answers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace DetainerLedger.Functions;

/// <summary>Answers without the function what it answered before, as long as the ledger has not moved on since.</summary>
public sealed class KnownAnswers(AnswerCache cache, ILedger ledger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { Request: var request })
        {
            await next(context);
            return;
        }

        if (cache.Find(request) is { } known && (await ledger.ReadIndex(context.CancellationToken)).Version == known.IndexVersion)
        {
            context.GetInvocationResult().Value = known;
            return;
        }

        await next(context);
        if (context.GetInvocationResult().Value is Answer answer) cache.Keep(request, answer);
    }
}
