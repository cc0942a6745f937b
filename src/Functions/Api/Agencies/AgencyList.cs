using DetainerLedger.Functions.Api.Results;
using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Agencies;

public sealed record AgencyList(IReadOnlyList<KnownAgency> Agencies, string? Next) : IPage<KnownAgency>
{
    public static CsvTable<KnownAgency> Table { get; } = new(
    [
        new("id", agency => agency.Id),
        new("name", agency => agency.Name),
        new("state", agency => agency.State),
        new("jurisdictions", agency => agency.Jurisdictions.Select(place => place.Id!)),
        new("declined", agency => agency.Declined),
        new("weeks", agency => agency.Weeks),
        new("firstNamed", agency => agency.FirstNamed),
        new("lastNamed", agency => agency.LastNamed),
    ]);

    IReadOnlyList<KnownAgency> IPage<KnownAgency>.Rows => Agencies;
}
