using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace LocalHost.Tests;

/// <summary>What worker-api.txt says in its last lines: a null that is allowed here and not there is a warning on Azure alone.</summary>
public sealed class WorkerApiNullabilityTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void What_may_be_null_is_what_may_be_null_at_the_worker() =>
        Assert.Equal(
            [
                "BindingContext.BindingData<value>", "BlobTriggerAttribute.Connection", "FunctionContextExtensions.GetHttpContext()",
                "FunctionsApplicationBuilder.ConfigureContainer(configure)", "HttpTriggerAttribute.Methods", "HttpTriggerAttribute.Route",
                "InvocationResult`1.Value", "TimerInfo.ScheduleStatus",
            ],
            typeof(FunctionAttribute).Assembly.GetExportedTypes()
                .Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal) && !typeof(Delegate).IsAssignableFrom(type))
                .SelectMany(Nullables)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void A_null_that_is_allowed_is_found() =>
        Assert.Equal(["Allows.Property", "Allows.Method()", "Allows.Method(argument)"], Nullables(typeof(Allows)));

    [Fact]
    public void A_middleware_is_a_class_that_says_that_it_is_one()
    {
        var method = typeof(MiddlewareWorkerApplicationBuilderExtensions).GetMethods().Single(method => method is { Name: "UseMiddleware", IsGenericMethod: true });
        var parameter = method.GetGenericArguments().Single();
        Assert.Equal([typeof(IFunctionsWorkerMiddleware)], parameter.GetGenericParameterConstraints());
        Assert.Equal(GenericParameterAttributes.ReferenceTypeConstraint, parameter.GenericParameterAttributes);
    }

    private static IEnumerable<string> Nullables(Type type)
    {
        var context = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(Declared))
        {
            var info = context.Create(property);
            if (info.ReadState == NullabilityState.Nullable) yield return $"{type.Name}.{property.Name}";
            if (info.GenericTypeArguments is [.., { ReadState: NullabilityState.Nullable }]) yield return $"{type.Name}.{property.Name}<value>";
        }

        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName))
        {
            if (context.Create(method.ReturnParameter).ReadState == NullabilityState.Nullable) yield return $"{type.Name}.{method.Name}()";
            foreach (var parameter in Parameters(method)) yield return parameter;
        }

        foreach (var parameter in type.GetConstructors().SelectMany(Parameters)) yield return parameter;

        IEnumerable<string> Parameters(MethodBase method) => method.GetParameters()
            .Where(parameter => context.Create(parameter).WriteState == NullabilityState.Nullable)
            .Select(parameter => $"{type.Name}.{method.Name}({parameter.Name})");
    }

    private abstract class Allows
    {
        public abstract string? Property { get; }

        public abstract string? Method(string? argument);
    }
}
