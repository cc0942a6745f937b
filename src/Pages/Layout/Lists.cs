namespace DetainerLedger.Pages.Layout;

public static class Lists
{
    /// <summary>The most rows of a list on a page that isn't paged. The data has all of them.</summary>
    public const int Longest = 500;
}
