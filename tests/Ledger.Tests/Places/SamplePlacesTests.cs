using System.Text.Json;
using DetainerLedger.Places;
using OneMachine;

namespace DetainerLedger.Tests.Places;

/// <summary>Every place that the samples name.</summary>
public sealed class SamplePlacesTests
{
    private static readonly NameResolver Places = new(JurisdictionRegister.Default);

    public static TheoryData<string> Weeks => [.. Directory.GetFiles(Repository.Samples, "*.expected.json").Select(file => Path.GetFileName(file)).Order()];

    [Fact]
    public void There_are_three_weeks() => Assert.Equal(3, Weeks.Count);

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Every_place_has_an_id_and_every_county_a_code(string file)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Samples, file)));
        var named = Rows("highestVolume").Concat(Rows("policies")).Select(row => (Text(row, "jurisdiction")!, (string?)null))
            .Concat(Rows("highestVolume").Concat(Rows("policies")).Select(row => (Text(row, "name")!, Text(row, "state"))))
            .Concat(Rows("declined").Select(row => (Text(row, "jurisdiction")!, Text(row, "state"))))
            .Distinct().ToList();
        Assert.True(named.Count > 100);
        foreach (var (name, state) in named)
        {
            var place = Places.Resolve(name, state);
            Assert.True(place.Id is not null, $"{name} ({state}) has no id");
            if (place.Kind == JurisdictionKind.County) Assert.True(place.Fips is { Length: 5 }, $"{name} ({state}) has no code");
            Assert.Equal(name.Split(',')[0].EndsWith("County", StringComparison.Ordinal), place.Kind == JurisdictionKind.County);
        }

        IEnumerable<JsonElement> Rows(string section) => expected.RootElement.GetProperty(section).EnumerateArray();
        static string? Text(JsonElement row, string property) => row.TryGetProperty(property, out var value) ? value.GetString() : null;
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void The_place_in_one_text_is_that_of_its_two_parts(string file)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Samples, file)));
        foreach (var row in expected.RootElement.GetProperty("policies").EnumerateArray())
            Assert.Equal(
                Places.Resolve(row.GetProperty("jurisdiction").GetString()!),
                Places.Resolve(row.GetProperty("name").GetString()!, row.GetProperty("state").GetString()));
    }
}
