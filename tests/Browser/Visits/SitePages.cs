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
        "/weeks/2017-02-11/jurisdictions",
        "/jurisdictions/tx-travis-county",
        "/jurisdictions/tx-harris-county",
        "/states",
        "/states/CA",
        "/search?q=travis",
        "/agencies/tx-travis-county-jail",
        "/corrections",
        "/arrivals",
        "/sources",
        "/digests",
        "/digests/2017-02-11",
        "/follow",
        "/follow?jurisdiction=tx-travis-county",
        "/about",
        $"/weeks/{Site.HostileWeek}?asOf={Site.Day}",
    ];
}
