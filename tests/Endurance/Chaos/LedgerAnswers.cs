using System.Text.Json.Nodes;

namespace Endurance.Chaos;

/// <summary>What a ledger answers for every day, without what depends on the order and the time of arrival.</summary>
internal static class LedgerAnswers
{
    // Numbers of revisions and identifiers of arrivals follow the order of arrival, and a check about it speaks of it.
    private static readonly HashSet<string> OfArrival =
        new(["revision", "publishedAt", "releasedOn", "reportId", "id", "source", "revisions", "next"], StringComparer.Ordinal);

    private static readonly HashSet<string> ChecksOfArrival = new(["superseded-on-arrival", "read-differently"], StringComparer.Ordinal);

    public static IEnumerable<string> Paths()
    {
        var weeks = ChaosFiles.MadeWeeks.Select(ChaosFiles.Text).Concat(["2017-01-28", "2017-02-04", "2017-02-11"]).ToList();
        var days = Enumerable.Range(0, 20).Select(i => ChaosFiles.Text(new DateOnly(2017, 2, 1).AddDays(7 * i))).ToList();
        foreach (var day in days)
        {
            yield return $"api/weeks?asOf={day}&limit=1000";
            yield return $"api/corrections?asOf={day}&limit=1000";
            yield return $"api/jurisdictions/tx-travis-county/history?asOf={day}&limit=1000";
            foreach (var week in weeks) yield return $"api/weeks/{week}?asOf={day}";
        }

        foreach (var week in weeks)
        {
            yield return $"api/weeks/{week}/declines?limit=1000";
            yield return $"api/weeks/{week}/listings?limit=1000";
        }
    }

    public static async Task<Dictionary<string, string>> Read(HttpClient http)
    {
        var answers = new Dictionary<string, string>();
        foreach (var path in Paths())
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            var body = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode is not (200 or 404)) throw new InvalidOperationException($"{path} is answered {(int)answer.StatusCode}: {body}");
            answers[path] = (int)answer.StatusCode == 404 ? "404" : Normal(JsonNode.Parse(body))!.ToJsonString();
        }

        return answers;
    }

    private static JsonNode? Normal(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields
            .Where(field => !OfArrival.Contains(field.Key))
            .Select(field => KeyValuePair.Create(field.Key, field.Key == "checks" ? Checks(field.Value) : Normal(field.Value)))),
        JsonArray rows => new JsonArray([.. rows.Select(Normal)]),
        _ => node?.DeepClone(),
    };

    private static JsonArray Checks(JsonNode? checks) =>
        new([.. checks!.AsArray().Select(check => (string)check!["code"]!).Where(code => !ChecksOfArrival.Contains(code)).Order(StringComparer.Ordinal).Select(code => JsonValue.Create(code))]);
}
