namespace FunctionsHost.Rpc;

/// <summary>The worker process ended while something was asked of it.</summary>
internal sealed class WorkerLostException() : Exception("The worker process ended.");
