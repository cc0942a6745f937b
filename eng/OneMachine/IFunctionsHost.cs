namespace OneMachine;

/// <summary>A host that serves the app's functions.</summary>
public interface IFunctionsHost : IAsyncDisposable
{
    Uri Address { get; }

    /// <summary>Completes when the host exits for any reason.</summary>
    Task Ended { get; }

    /// <summary>The end of its output.</summary>
    Task<string> LastWords();
}
