namespace DetainerLedger.Storage.Tests.Faults;

/// <summary>What can happen to a request to storage.</summary>
public enum Fault
{
    /// <summary>No response in time; storage hasn't received the request.</summary>
    TimeoutBefore,

    /// <summary>No response in time; storage has carried out the request.</summary>
    TimeoutAfter,

    /// <summary>The connection is reset before storage receives the request.</summary>
    ResetBefore,

    /// <summary>The connection is reset when storage has carried out the request.</summary>
    ResetAfter,

    /// <summary>500, and the request has not been carried out.</summary>
    ServerErrorBefore,

    /// <summary>500, although the request has been carried out.</summary>
    ServerErrorAfter,

    /// <summary>409: the table or container is being deleted.</summary>
    Conflict,

    /// <summary>412: somebody else has changed it.</summary>
    PreconditionFailed,

    /// <summary>503, with <c>Retry-After</c>.</summary>
    Busy,

    /// <summary>429, with <c>Retry-After</c>.</summary>
    TooManyRequests,
}
