using FunctionsHost.Rpc;
using FunctionsHost.Worker;
using Google.Protobuf;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;
using Binder = Microsoft.Azure.WebJobs.Binder;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace FunctionsHost.Triggers;

/// <summary>Runs a function of the worker for a trigger of the WebJobs SDK. The type created by <see cref="TriggerMethods"/> derives from it.</summary>
public abstract class WorkerFunctions
{
    private readonly WorkerSupervisor _workers;
    private readonly FunctionCatalog _functions;

    // Called by a constructor that is created at run time.
    protected WorkerFunctions(IServiceProvider services)
    {
        _workers = services.GetRequiredService<WorkerSupervisor>();
        _functions = services.GetRequiredService<FunctionCatalog>();
    }

    /// <exception cref="WorkerFunctionException">The function failed.</exception>
    protected async Task Run(string name, object? trigger, Binder binder, ExecutionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(binder);
        ArgumentNullException.ThrowIfNull(context);
        var function = _functions[name];
        var invocation = new Invocation { InvocationId = context.InvocationId.ToString(), FunctionId = function.Id, TraceContext = Traces.Current() };
        invocation.InputData.Add(new Parameter { Name = function.TriggerName, Data = ToValue(trigger) });
        foreach (var (key, value) in binder.BindingData)
            if (value is not null && key is not "sys") invocation.TriggerMetadata[key] = ToValue(value);
        Outcome outcome;
        try
        {
            outcome = await _workers.Invoke(invocation, cancellation);
        }
        catch (WorkerLostException lost)
        {
            throw new WorkerFunctionException($"{name} failed: its worker ended.", lost);
        }

        switch (outcome.Status)
        {
            case Outcome.Types.Status.Success: return;
            case Outcome.Types.Status.Cancelled: throw new OperationCanceledException($"{name} was cancelled.", cancellation);
            default: throw new WorkerFunctionException($"{name} failed: {outcome.Failure?.Message}{Environment.NewLine}{outcome.Failure?.StackTrace}".TrimEnd());
        }
    }

    private static Value ToValue(object? value) => value switch
    {
        null => new Value(),
        string text => new Value { Text = text },
        byte[] bytes => new Value { Bytes = ByteString.CopyFrom(bytes) },
        ParameterBindingData data => new Value
        {
            BindingData = new BindingData
            {
                Version = data.Version,
                Source = data.Source,
                ContentType = data.ContentType,
                Content = ByteString.CopyFrom(data.Content.ToMemory().Span),
            },
        },
        // The SDK's own types are designed for this serializer.
        _ => new Value { Json = JsonConvert.SerializeObject(value) },
    };
}

/// <summary>The functions by name.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<FunctionMetadata> functions)
{
    private readonly Dictionary<string, FunctionMetadata> _byName = functions.ToDictionary(function => function.Name, StringComparer.Ordinal);

    public FunctionMetadata this[string name] => _byName[name];
}

internal sealed class WorkerFunctionException(string message, Exception? inner = null) : Exception(message, inner);
