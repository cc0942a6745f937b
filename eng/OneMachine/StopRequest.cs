namespace OneMachine;

/// <summary>The way in which a child process is requested to stop.</summary>
public enum StopRequest
{
    /// <summary>Closes its standard input, which also happens when this process exits.</summary>
    EndOfInput,

    /// <summary>Sends SIGTERM. On Windows, which has no such signal, it is killed.</summary>
    Signal,
}
