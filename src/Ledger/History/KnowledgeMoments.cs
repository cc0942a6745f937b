using System.Text.Json.Serialization;
using DetainerLedger.Reports;

namespace DetainerLedger.History;

/// <summary>Lists the days (in UTC) on which something became known: the values of <c>asOf</c> that differ from each other.</summary>
public static class KnowledgeMoments
{
    /// <returns>Newest first.</returns>
    public static IEnumerable<KnowledgeDay> Of(LedgerView view, DateTimeOffset until) => Learned(view)
        .Where(learned => learned.At <= until)
        .GroupBy(learned => DateOnly.FromDateTime(learned.At.UtcDateTime))
        .OrderByDescending(day => day.Key)
        .Select(day => new KnowledgeDay(
            day.Key,
            [.. day.OrderByDescending(learned => learned.At)
                .ThenByDescending(learned => learned.Week)
                .ThenByDescending(learned => learned.Revision)
                .ThenBy(learned => learned.Id, StringComparer.Ordinal)]));

    private static IEnumerable<Learned> Learned(LedgerView view) =>
        view.Weeks.SelectMany(week => Revisions(view, week.Week)).Concat(Corrections(view)).Concat(Questions(view));

    private static IEnumerable<Learned> Revisions(LedgerView view, DateOnly week)
    {
        var known = view.Revisions(week).SelectMany(revision => revision.AllKnownFrom.Select(at => (Revision: revision, At: at)))
            .OrderBy(each => each.At).ThenBy(each => each.Revision.Number).ToList();
        return known.Select((each, i) => new Learned(
            each.At,
            i == 0 ? LearnedKind.Week : LearnedKind.Revision,
            week,
            each.Revision.Number,
            each.Revision.Source.ReportId,
            $"{ReportingWeek.Name(week)}.{each.Revision.Number}"));
    }

    private static IEnumerable<Learned> Corrections(LedgerView view) =>
        from notice in view.Notices
        from correction in notice.Notice.Corrections
        select new Learned(
            notice.KnownFrom,
            LearnedKind.Correction,
            correction.Week,
            null,
            notice.ReportId,
            CorrectionEntry.Of(new KnownCorrection(correction, notice)).Id);

    private static IEnumerable<Learned> Questions(LedgerView view) => view.Questions.All.SelectMany(question =>
        new[] { question.KnownFrom, question.Withdrawn?.KnownFrom }
            .OfType<DateTimeOffset>()
            .Select(at => new Learned(at, LearnedKind.Question, question.Week, question.Revision, question.ReportId, question.Id)));
}

/// <summary>A day on which knowledge changed.</summary>
/// <param name="Day">In UTC. As a value of <c>asOf</c> it includes all of <paramref name="Learned"/>.</param>
/// <param name="Learned">Newest first.</param>
public sealed record KnowledgeDay(DateOnly Day, IReadOnlyList<Learned> Learned);

/// <summary>Something that became known.</summary>
/// <param name="At">The first moment at which <c>asOf</c> finds it.</param>
/// <param name="Week">The week that it is about.</param>
/// <param name="Revision">The number of the revision; null for a correction.</param>
/// <param name="ReportId">The file that states it.</param>
/// <param name="Id">Of a correction or a question, its id; of a revision, its week and number.</param>
public sealed record Learned(DateTimeOffset At, LearnedKind Kind, DateOnly Week, int? Revision, ArrivalId ReportId, string Id);

[JsonConverter(typeof(JsonStringEnumConverter<LearnedKind>))]
public enum LearnedKind
{
    /// <summary>The first report of a week that was known.</summary>
    [JsonStringEnumMemberName("week")] Week,

    /// <summary>A later edition of a week, or the release of an earlier one again.</summary>
    [JsonStringEnumMemberName("revision")] Revision,

    [JsonStringEnumMemberName("correction")] Correction,

    /// <summary>A question about a row, or its withdrawal.</summary>
    [JsonStringEnumMemberName("question")] Question,
}
