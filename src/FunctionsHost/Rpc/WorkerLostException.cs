namespace FunctionsHost.Rpc;

/// <summary>The worker process ended during a request to it.</summary>
internal sealed class WorkerLostException() : Exception("The worker process ended.");
