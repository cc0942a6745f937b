namespace OneMachine;

/// <summary>A host that serves the app's functions.</summary>
public interface IFunctionsHost : IAsyncDisposable
{
    Uri Address { get; }

    /// <summary>Completes when the host ends, whoever ended it.</summary>
    Task Ended { get; }

    /// <summary>What it printed last.</summary>
    Task<string> LastWords();
}
