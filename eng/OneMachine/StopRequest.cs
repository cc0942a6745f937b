namespace OneMachine;

/// <summary>How a child process is asked to stop.</summary>
public enum StopRequest
{
    /// <summary>Its standard input ends, which also happens when this process dies.</summary>
    EndOfInput,

    /// <summary>SIGTERM; on Windows, where there is none, it is ended at once.</summary>
    Signal,
}
