using DetainerLedger.Checks;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Corpus.Oracle;

internal enum Outcome
{
    /// <summary>Every fact is as printed, and nothing is questioned that is right.</summary>
    Right,

    /// <summary>Every fact is as printed, and a check questions something that is right.</summary>
    Questioned,

    /// <summary>The file was refused.</summary>
    Refused,

    /// <summary>A fact differs, and a check names its page, row or total.</summary>
    Flagged,

    /// <summary>A fact differs, and nothing says so.</summary>
    SilentlyWrong,
}

/// <summary>What a reader made of a file whose facts are known.</summary>
/// <param name="Unsaid">The differences that no check points at.</param>
/// <param name="NeedlessChecks">Checks beyond those that the printed facts raise themselves, or that the file's oddity explains.</param>
internal sealed record Rating(
    Outcome Outcome, string? Refusal, IReadOnlyList<Difference> Differences, IReadOnlyList<Difference> Unsaid, IReadOnlyList<Check> NeedlessChecks)
{
    private static readonly ArrivalId Source = ArrivalId.Of("expected", "0x1", DateTimeOffset.UnixEpoch);

    /// <summary>Whether the expected facts allow the outcome.</summary>
    public bool IsAllowed(ExpectedFacts expected) => Outcome switch
    {
        Outcome.Right => expected.Allowed.Contains("right"),
        Outcome.Questioned => expected.Allowed.Contains("flagged"),
        Outcome.Flagged => expected.Allowed.Contains("flagged"),
        Outcome.Refused => expected.Allowed.Contains("refused"),
        _ => false,
    };

    public static Rating Of(ExpectedFacts expected, Reading reading, NameResolver places)
    {
        if (reading is Reading.Refused { Refusal: var refusal }) return new Rating(Outcome.Refused, $"{refusal.Code}: {refusal.Message}", [], [], []);
        if (reading is not Reading.Report { Facts: var facts } report)
        {
            var other = new Difference(DifferenceKind.Changed, "report", null, null, null, "The file was read as something else than a report.");
            return new Rating(Outcome.SilentlyWrong, null, [other], [other], []);
        }

        var raised = report.Remarks.Concat(ReportChecks.Of(facts, null)).ToList();
        foreach (var check in ReportChecks.Of(Facts(expected, places), null))
        {
            var same = raised.FindIndex(one => one.Code == check.Code && one.Source?.Row == check.Source?.Row);
            if (same >= 0) raised.RemoveAt(same);
        }

        var differences = FactsComparison.Of(expected, facts);
        var unsaid = differences.Where(difference => !raised.Exists(check => CheckCoverage.Covers(check, difference))).ToList();
        var needless = raised.Where(check => !expected.Checks.Contains(check.Code)).ToList();
        var outcome = differences.Count == 0 ? (needless.Count == 0 ? Outcome.Right : Outcome.Questioned) : unsaid.Count == 0 ? Outcome.Flagged : Outcome.SilentlyWrong;
        return new Rating(outcome, null, differences, unsaid, differences.Count == 0 ? needless : []);
    }

    // What the checks of a right reading would be asked about.
    private static WeeklyReport Facts(ExpectedFacts expected, NameResolver places)
    {
        return new WeeklyReport
        {
            Period = new ReportingWeek(expected.Start, expected.End),
            DetainersIssued = expected.DetainersIssued,
            HighestVolumeTotal = expected.HighestVolumeTotal,
            DeclinedAsStated = expected.DetainersDeclined,
            HighestVolume = [.. expected.HighestVolume.Select((row, index) => new IssuedVolume(Place(row.Jurisdiction), row.Jurisdiction, row.Issued, At(index)))],
            Declines = [.. expected.Declined.Select((row, index) => new DeclinedDetainer(
                Place(row.Jurisdiction), row.Jurisdiction, row.Lea, row.Citizenship, row.Issued, row.Declined, row.Reason, Activity(row.Activity), Mark(row.Activity), At(index)))],
            Listings = [.. expected.Policies.Select((row, index) => new PolicyListing(
                Place(row.Jurisdiction), row.Jurisdiction, row.Aor, row.Enacted, row.Policy, row.Criteria, At(index)))],
        };

        Jurisdiction Place(string printed) => places.Resolve(printed.Replace(ExpectedFacts.Part, ',').Replace(",", ", ", StringComparison.Ordinal).Replace(",  ", ", ", StringComparison.Ordinal));

        static SourceLocation At(int index) => new(Source, null, index + 1);

        static string? Activity(string? text) => text?.LastIndexOf(" (", StringComparison.Ordinal) is { } at and > 0 ? text[..at] : text;

        static string? Mark(string? text) => text?.LastIndexOf(" (", StringComparison.Ordinal) is { } at and > 0 ? text[(at + 2)..^1].ToLowerInvariant() : null;
    }
}
