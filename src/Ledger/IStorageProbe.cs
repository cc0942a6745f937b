namespace DetainerLedger;

public interface IStorageProbe
{
    /// <summary>Throws when storage does not answer.</summary>
    Task Ping(CancellationToken cancellation);
}
