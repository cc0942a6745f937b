using DetainerLedger.Functions.Api.Answers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace DetainerLedger.Functions;

/// <summary>Gives the answer that was given before, as long as it holds, in place of running the function.</summary>
public sealed class KnownAnswers(AnswerCache answers) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { Request: var request })
        {
            await next(context);
            return;
        }

        if (await answers.Find(request) is { } known)
        {
            context.GetInvocationResult().Value = known;
            return;
        }

        await next(context);
        if (context.GetInvocationResult().Value is Answer answer) answers.Keep(request, answer);
    }
}
