using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalHost.Host;

/// <param name="Bound">The parameter that the trigger stands at.</param>
internal sealed record FunctionDescriptor(string Name, MethodInfo Method, TriggerBindingAttribute Trigger, ParameterInfo Bound)
{
    public string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";
}
