using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using DetainerLedger.Parsing;
using DetainerLedger.Places;
using DetainerLedger.Reports;
using OneMachine;

namespace DetainerLedger.Tests.Parsing;

/// <summary>The sample files, and what a reader must find in them.</summary>
internal static class Samples
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly ConcurrentDictionary<string, Lazy<WeeklyReport>> Known = [];

    public static readonly ArrivalId Id = ArrivalId.Of("sample.pdf", "0x1", new DateTimeOffset(2017, 2, 13, 9, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Reports => ["ddor2017_01-28to02-03", "ddor2017_02-04to02-10", "ddor2017_02-11to02-17"];

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Repository.Samples, file));

    public static ExpectedReport Expected(string name) => JsonSerializer.Deserialize<ExpectedReport>(Bytes(name + ".expected.json"), Web)!;

    /// <summary>As <see cref="Expected"/>, without the letters that the fonts of <see cref="PrintedReport"/> lack.</summary>
    public static ExpectedReport ExpectedInPlainLetters(string name) => JsonSerializer.Deserialize<ExpectedReport>(
        Encoding.UTF8.GetString(Bytes(name + ".expected.json")).Replace('ô', 'o').Replace('ñ', 'n'), Web)!;

    public static Reading Read(byte[] content, string name = "dropped", ReadingLimits? limits = null, CancellationToken? cancellation = null) =>
        new ReportReader(new NameResolver(JurisdictionRegister.Default), limits ?? new ReadingLimits())
            .Read(new ReportFile(Id, name, content), cancellation ?? TestContext.Current.CancellationToken);

    public static Reading.Report ReadReport(byte[] content, string name = "dropped")
    {
        var reading = Read(content, name);
        return reading as Reading.Report ?? throw new InvalidOperationException(reading.ToString());
    }

    /// <summary>The facts of a sample, as they are read from its PDF.</summary>
    public static WeeklyReport Facts(string name) => Known.GetOrAdd(name, _ => new Lazy<WeeklyReport>(() => ReadReport(Bytes(name + ".pdf")).Facts)).Value;

    public static Refusal ReadRefusal(byte[] content, ReadingLimits? limits = null) => Assert.IsType<Reading.Refused>(Read(content, limits: limits)).Refusal;
}

internal sealed record ExpectedReport(
    DateOnly Start,
    DateOnly End,
    int DetainersIssued,
    int DetainersDeclined,
    IReadOnlyList<ExpectedVolume> HighestVolume,
    int HighestVolumeTotal,
    IReadOnlyList<ExpectedDecline> Declined,
    IReadOnlyList<ExpectedPolicy> Policies,
    IReadOnlyList<string> Notices);

internal sealed record ExpectedVolume(string Jurisdiction, string Name, string? State, int Issued);

internal sealed record ExpectedDecline(
    string Jurisdiction, string State, string Lea, string Citizenship, DateOnly Issued, DateOnly Declined, string Reason, string Activity);

internal sealed record ExpectedPolicy(string Jurisdiction, string Name, string? State, string Aor, string Enacted, string Policy, IReadOnlyList<string> Criteria);
