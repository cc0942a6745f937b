namespace Browser.Visits;

/// <summary>The pages of the ledger: one of each kind, and those of the week whose names try to break pages.</summary>
public static class SitePages
{
    public static TheoryData<string> All =>
    [
        "/",
        "/weeks",
        "/weeks/2017-02-04",
        "/weeks/2017-02-04/revisions",
        "/weeks/2017-02-04/compare/2017-02-11",
        "/jurisdictions/tx-travis-county",
        "/jurisdictions/tx-harris-county",
        "/states",
        "/states/CA",
        "/search?q=travis",
        "/corrections",
        "/arrivals",
        "/digests/2017-02-11",
        "/about",
        $"/weeks/{Site.HostileWeek}?asOf={Site.Day}",
    ];
}
