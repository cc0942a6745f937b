namespace LocalHost.Host;

/// <summary>A listener whose functions can be run by hand, through <c>POST /admin/functions/{name}</c>.</summary>
internal interface IManualRun
{
    bool Listens(FunctionDescriptor function);

    /// <param name="input">What came with the request; null for none.</param>
    Task Run(FunctionDescriptor function, string? input, CancellationToken cancellation);
}
