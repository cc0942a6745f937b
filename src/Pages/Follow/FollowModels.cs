using DetainerLedger.Subscriptions;

namespace DetainerLedger.Pages.Follow;

/// <param name="Filter">What the form follows.</param>
/// <param name="Problem">What was wrong with the last attempt; null for none.</param>
public sealed record FollowModel(Filter Filter, string? Problem = null);

/// <summary>The response to every form that has an address, whether or not that is known.</summary>
public sealed record AskedModel
{
    public static AskedModel Instance { get; } = new();
}

/// <param name="Token">The one that opened the page.</param>
/// <param name="Requested">What isn't confirmed yet; empty when everything is.</param>
/// <param name="Followed">What is confirmed.</param>
/// <param name="NothingChosen">Whether the form was sent without a choice.</param>
public sealed record ConfirmModel(string Token, IReadOnlyList<Filter> Requested, IReadOnlyList<Filter> Followed, bool NothingChosen = false);

/// <param name="ManageToken">Opens the page that shows what is stored.</param>
public sealed record ConfirmedModel(IReadOnlyList<Filter> Followed, string ManageToken);

/// <param name="Token">The one that opened the page.</param>
public sealed record LeaveModel(string Token);

/// <param name="Already">Whether the row was deleted before, or the link never opened one.</param>
public sealed record LeftModel(bool Already);

/// <param name="Token">The one that opened the page.</param>
/// <param name="Recipient">All that is stored, except for the deliveries.</param>
public sealed record ManageModel(string Token, string Address, Recipient Recipient);
