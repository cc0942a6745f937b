namespace DetainerLedger.Pages.Weeks;

/// <summary>The front page has nothing to show.</summary>
public sealed record EmptyLedger
{
    public static EmptyLedger Instance { get; } = new();
}
