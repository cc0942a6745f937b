using System.Reflection;
using System.Reflection.Emit;
using FunctionsHost.Rpc;
using Microsoft.Azure.WebJobs;
using Binder = Microsoft.Azure.WebJobs.Binder;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace FunctionsHost.Triggers;

/// <summary>
/// The WebJobs SDK represents functions as methods with attributes. Those of the app are in another process: a type created at run
/// time has one method for each of them, which passes on its arguments. Its name is the real host's, since it is part of the names
/// of locks, statuses and queue messages.
/// </summary>
internal static class TriggerMethods
{
    public const string TypeName = "Host.Functions";

    private static readonly Type[] PassedOn = [typeof(Binder), typeof(ExecutionContext), typeof(CancellationToken)];

    public static Type Create(IEnumerable<FunctionMetadata> functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Host"), AssemblyBuilderAccess.Run).DefineDynamicModule("Host");
        var type = module.DefineType(TypeName, TypeAttributes.Public, typeof(WorkerFunctions));
        DefineConstructor(type);
        foreach (var function in functions)
        {
            if (TriggerBinding.Of(function) is not { } trigger) continue;
            try
            {
                DefineMethod(type, function, trigger);
            }
            catch (Exception failure) when (failure is ArgumentException or FormatException)
            {
                throw new StartException($"The trigger of {function.Name} can't be used: {StartException.Explain(failure)}", failure);
            }
        }

        return type.CreateType();
    }

    private static void DefineConstructor(TypeBuilder type)
    {
        var inherited = typeof(WorkerFunctions).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single();
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(IServiceProvider)]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, inherited);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineMethod(TypeBuilder type, FunctionMetadata function, TriggerBinding trigger)
    {
        var method = type.DefineMethod(function.Name, MethodAttributes.Public, typeof(Task), [trigger.ArgumentType, .. PassedOn]);
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [function.Name]));
        if (RetryPolicy.Of(function) is { } retry) method.SetCustomAttribute(retry);
        method.DefineParameter(1, ParameterAttributes.None, function.TriggerName).SetCustomAttribute(trigger.Attribute);
        method.DefineParameter(2, ParameterAttributes.None, "_binder");
        method.DefineParameter(3, ParameterAttributes.None, "_context");
        method.DefineParameter(4, ParameterAttributes.None, "_cancellation");

        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldstr, function.Name);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Ldarg, 4);
        il.Emit(OpCodes.Call, typeof(WorkerFunctions).GetMethod("Run", BindingFlags.Instance | BindingFlags.NonPublic)!);
        il.Emit(OpCodes.Ret);
    }
}
