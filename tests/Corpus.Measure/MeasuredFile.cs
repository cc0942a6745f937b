using DetainerLedger.Corpus.Oracle;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;

namespace DetainerLedger.Corpus;

/// <summary>A file, the facts it states, and what the reader made of it.</summary>
/// <param name="Failure">An exception that the reader threw, which it never should.</param>
internal sealed record MeasuredFile(string Path, ExpectedFacts Expected, Rating? Rating, Exception? Failure, TimeSpan Time)
{
    private static readonly ArrivalId Id = ArrivalId.Of("measured", "0x1", DateTimeOffset.UnixEpoch);
    private static readonly NameResolver Places = new(JurisdictionRegister.Default);
    private static readonly ReportReader Reader = new(Places, new ReadingLimits());

    /// <summary>A person could read it wholly right; what a person couldn't read, or only by guessing, is rightly refused or flagged.</summary>
    public bool CanBeRight => Expected.Allowed.Contains("right");

    /// <summary>Not wholly right although it could be, or not even what the expected facts allow in its stead.</summary>
    public bool IsFailure => Rating is null || !Rating.IsAllowed(Expected) || (CanBeRight && Rating.Outcome != Outcome.Right);

    /// <summary>Silently wrong, or ended by an exception: what must never be.</summary>
    public bool IsSilent => Rating is null or { Outcome: Outcome.SilentlyWrong };

    public static MeasuredFile Of(string path)
    {
        var expected = ExpectedFacts.Of(path);
        var content = File.ReadAllBytes(path);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var reading = Reader.Read(new ReportFile(Id, "dropped", content), CancellationToken.None);
            var time = TimeProvider.System.GetElapsedTime(started);
            return new MeasuredFile(path, expected, Rating.Of(expected, reading, Places), null, time);
        }
        catch (Exception failure)
        {
            // Whatever it is, it is a finding about this file, and the others are to be measured too.
            return new MeasuredFile(path, expected, null, failure, TimeProvider.System.GetElapsedTime(started));
        }
    }

    public string Summary() => this switch
    {
        { Failure: { } failure } => $"EXCEPTION {failure.GetType().Name}: {failure.Message}",
        { Rating: { Outcome: Outcome.SilentlyWrong } wrong } => $"SILENTLY WRONG ({wrong.Unsaid.Count} of {wrong.Differences.Count} differences unsaid) {Listed(wrong.Unsaid)}",
        { Rating: { Outcome: Outcome.Flagged } flagged } => $"flagged ({flagged.Differences.Count} differences) {Listed(flagged.Differences)}",
        { Rating: { Outcome: Outcome.Questioned } questioned } => $"right, but questioned: {string.Join("; ", questioned.NeedlessChecks.DistinctBy(check => check.Code).Select(check => $"{check.Code} page {check.Source?.Page} row {check.Source?.Row} {check.Message}"))}",
        { Rating: { Outcome: Outcome.Refused } refused } => $"refused: {refused.Refusal}",
        _ => "right",
    };

    private static string Listed(IReadOnlyList<Difference> differences)
    {
        const int Most = 3;
        return string.Join("; ", differences.Take(Most).Select(difference => $"{difference.Section} page {difference.Page} row {difference.Row} [{difference.Kind}] {difference.Description}"));
    }
}
