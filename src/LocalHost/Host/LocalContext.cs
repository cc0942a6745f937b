using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Host;

/// <summary>One invocation.</summary>
internal sealed class LocalContext(
    FunctionDescriptor function,
    string invocationId,
    IServiceProvider services,
    HttpContext? request,
    IReadOnlyDictionary<string, object?> bindingData,
    CancellationToken cancellation) : FunctionContext
{
    public override string InvocationId { get; } = invocationId;

    public override string FunctionId => FunctionDefinition.Id;

    public override BindingContext BindingContext { get; } = new LocalBindingContext(bindingData);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new LocalFunctionDefinition(function);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken { get; } = cancellation;

    public InvocationResult Result { get; } = new LocalResult();

    /// <summary>Null until the middleware that brings HTTP has run, as with the worker.</summary>
    public HttpContext? Http { get; private set; }

    public static LocalContext Of(FunctionContext context) => (LocalContext)context;

    public void OpenHttp() => Http = request;

    private sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
    }

    private sealed class LocalFunctionDefinition(FunctionDescriptor function) : FunctionDefinition
    {
        public override string PathToAssembly => function.Method.Module.FullyQualifiedName;

        public override string EntryPoint => function.EntryPoint;

        public override string Id => function.Name;

        public override string Name => function.Name;
    }

    private sealed class LocalResult : InvocationResult
    {
        public override object? Value { get; set; }
    }
}
