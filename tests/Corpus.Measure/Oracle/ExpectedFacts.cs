using System.Text.Json;

namespace DetainerLedger.Corpus.Oracle;

/// <summary>The facts that a file states, as its generator printed them. A column that the file lacks is null.</summary>
internal sealed record ExpectedFacts
{
    /// <summary>Separates the texts of two cells that make up one field: a reader may join them in any order and with any punctuation.</summary>
    public const char Part = '\u001f';

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    public int? DetainersIssued { get; init; }

    public int? HighestVolumeTotal { get; init; }

    public int? DetainersDeclined { get; init; }

    public IReadOnlyList<ExpectedVolume> HighestVolume { get; init; } = [];

    public IReadOnlyList<ExpectedDecline> Declined { get; init; } = [];

    public IReadOnlyList<ExpectedListing> Policies { get; init; } = [];

    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Notes inside tables, which a reader may keep as notices or leave out.</summary>
    public IReadOnlyList<string> OptionalNotices { get; init; } = [];

    public IReadOnlyList<string> SectionTitles { get; init; } = [];

    public string? Definition { get; init; }

    public string? Scope { get; init; }

    /// <summary>The kind of some places, by their printed name and state.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    /// <summary>The oddities that the file has; none for a tidy one.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What a reader may make of the file: <c>right</c>, <c>flagged</c>, <c>refused</c>. Without any, it must be read right.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = ["right"];

    /// <summary>Codes of checks that a right reading of this file may raise.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    public string? Producer { get; init; }

    public static string FileOf(string report) => Path.ChangeExtension(report, ".expected.json");

    public static ExpectedFacts Of(string report) => JsonSerializer.Deserialize<ExpectedFacts>(File.ReadAllBytes(FileOf(report)), Web)!;
}

internal sealed record ExpectedVolume(string Jurisdiction, int Issued);

internal sealed record ExpectedDecline(string Jurisdiction, string? Lea, string? Citizenship, DateOnly? Issued, DateOnly? Declined, string? Reason, string? Activity);

internal sealed record ExpectedListing(string Jurisdiction, string? Aor, string? Enacted, string? Policy, IReadOnlyList<string> Criteria);
