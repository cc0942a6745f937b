using System.Text.Json.Serialization;
using DetainerLedger.Places;

namespace DetainerLedger.Reports;

/// <summary>
/// The content of one weekly report, as printed and in its order, including duplicates.
/// <em>Issued</em>, <em>declined</em> and <em>listed</em> are three different facts:
/// a detainer declined this week may have been issued years before, and the outcome of an issued one is unknown.
/// </summary>
public sealed record WeeklyReport
{
    public required ReportingWeek Period { get; init; }

    [JsonIgnore]
    public DateOnly Week => Period.Start;

    /// <summary>Detainers issued nationwide, as stated in Section I. Null if not stated.</summary>
    public int? DetainersIssued { get; init; }

    /// <summary>The number of declined detainers stated in the text, which may differ from the number of rows. Null if not stated.</summary>
    public int? DeclinedAsStated { get; init; }

    /// <summary>The sum of Section I's table as stated in the text ("Of these, 540 …"). Null if not stated.</summary>
    public int? HighestVolumeTotal { get; init; }

    public IReadOnlyList<IssuedVolume> HighestVolume { get; init; } = [];

    public IReadOnlyList<DeclinedDetainer> Declines { get; init; } = [];

    public IReadOnlyList<PolicyListing> Listings { get; init; } = [];

    /// <summary>Every paragraph of Sections I and II other than the sentences that state the totals.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>The titles of the sections as printed, in order; a check reports renamed sections.</summary>
    public IReadOnlyList<string> SectionTitles { get; init; } = [];

    /// <summary>Section IV, with paragraphs separated by line feeds. Null if the report has none.</summary>
    public string? Scope { get; init; }

    /// <summary>The summary's definition of what is counted, with paragraphs separated by line feeds. Null if the report has none.</summary>
    public string? Definition { get; init; }
}

/// <summary>A row of Section I: how many detainers were issued to a jurisdiction. Their outcome is unknown.</summary>
/// <param name="AsPrinted">The cell that names the place, exactly as printed.</param>
public sealed record IssuedVolume(Jurisdiction Jurisdiction, string AsPrinted, int Issued, SourceLocation Source);

/// <summary>
/// A row of Section II: one detainer recorded as declined. An empty cell or a missing column is null. Types that have it among other
/// fields inherit it, so that it is written the same way everywhere.
/// </summary>
/// <param name="AsPrinted">The cells that name the place, exactly as printed, separated by a comma.</param>
/// <param name="Agency">The law enforcement agency that held the person.</param>
/// <param name="Issued">The day on which the detainer was issued, often months before the week.</param>
/// <param name="Activity">Notable criminal activity, without the charge or conviction marker.</param>
/// <param name="Disposition">The marker of the activity: <c>charge</c> or <c>conviction</c>.</param>
public record DeclinedDetainer(
    Jurisdiction Jurisdiction,
    string AsPrinted,
    string? Agency,
    string? Citizenship,
    DateOnly? Issued,
    DateOnly? Declined,
    string? Reason,
    string? Activity,
    string? Disposition,
    SourceLocation Source);

/// <summary>
/// A row of Section III: a jurisdiction listed for a policy that limits cooperation. Types that have it among other fields inherit it.
/// </summary>
/// <param name="AsPrinted">The place exactly as printed, without its AOR.</param>
/// <param name="Aor">The ICE area of responsibility, printed in parentheses after the place.</param>
/// <param name="Enacted">When the policy was enacted, exactly as printed: a month and year, a year, a day, or <c>Unknown</c>.</param>
/// <param name="Criteria">The bulleted criteria for honoring a detainer, in order.</param>
public record PolicyListing(
    Jurisdiction Jurisdiction,
    string AsPrinted,
    string? Aor,
    string? Enacted,
    string? Policy,
    IReadOnlyList<string> Criteria,
    SourceLocation Source);

/// <summary>A paragraph that the agency published with its totals, such as an announcement of a change in practice.</summary>
public sealed record Notice(string Text, SourceLocation Source);
