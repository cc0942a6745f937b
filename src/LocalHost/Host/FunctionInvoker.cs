using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Host;

/// <summary>Runs a function: a scope and an instance of its own, inside the app's middleware.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, MiddlewarePipeline pipeline, TimeProvider time)
{
    /// <param name="values">By the names of the function's parameters. Contexts and cancellation are bound by their type.</param>
    /// <exception cref="Exception">Whatever the function or a middleware throws.</exception>
    public async Task Invoke(
        FunctionDescriptor function, IReadOnlyDictionary<string, object?> values, HttpContext? http, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        var context = new LocalContext(function, id, scope.ServiceProvider, http, values, cancellation);
        FunctionExecutionDelegate run = async _ => context.Result.Value = await Run(function, values, context);
        using var span = InvocationSpan.Start(context, http);
        try
        {
            await pipeline.Around(run)(context);
        }
        catch (Exception failure)
        {
            span?.SetStatus(ActivityStatusCode.Error, failure.Message);
            throw;
        }
    }

    private static async Task<object?> Run(FunctionDescriptor function, IReadOnlyDictionary<string, object?> values, LocalContext context)
    {
        if (function.Trigger is HttpTriggerAttribute && context.Http is null)
            throw new InvalidOperationException($"{function.Name} is called over HTTP, and the app doesn't call ConfigureFunctionsWebApplication().");

        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, function.Method.DeclaringType!);
        try
        {
            var arguments = function.Method.GetParameters().Select(parameter => Bind(function, parameter, values, context)).ToArray();
            var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            return await Unwrap(returned);
        }
        finally
        {
            if (instance is IAsyncDisposable asynchronously) await asynchronously.DisposeAsync();
            else (instance as IDisposable)?.Dispose();
        }
    }

    private static object? Bind(FunctionDescriptor function, ParameterInfo parameter, IReadOnlyDictionary<string, object?> values, LocalContext context)
    {
        if (parameter.ParameterType == typeof(CancellationToken)) return context.CancellationToken;
        if (parameter.ParameterType == typeof(FunctionContext)) return context;
        if (values.TryGetValue(parameter.Name!, out var value) && (value is null || parameter.ParameterType.IsInstanceOfType(value))) return value;
        if (parameter.HasDefaultValue) return parameter.DefaultValue;
        throw new InvalidOperationException(
            $"{function.Name} wants {parameter.ParameterType.Name} {parameter.Name}, which is not to be had from its trigger: "
            + $"bound are {string.Join(", ", values.Where(bound => bound.Value is not null).Select(bound => $"{bound.Value!.GetType().Name} {bound.Key}"))}.");
    }

    private static async Task<object?> Unwrap(object? returned)
    {
        switch (returned)
        {
            case Task task:
                await task;
                return task.GetType() is { IsGenericType: true } awaited ? Result(awaited.GetProperty(nameof(Task<>.Result))!.GetValue(task)) : null;
            case ValueTask task:
                await task;
                return null;
            case not null when returned.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>):
                return await Unwrap(type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null));
            default:
                return returned;
        }
    }

    // A method without a result is compiled to one of this type.
    private static object? Result(object? value) => value?.GetType().FullName == "System.Threading.Tasks.VoidTaskResult" ? null : value;
}
