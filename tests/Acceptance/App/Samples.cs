using System.Text.Json.Nodes;
using OneMachine;

namespace Acceptance.App;

/// <summary>The files of <c>samples/</c>, and beside each report the facts that a reader must find in it.</summary>
public static class Samples
{
    public const string FirstWeek = "2017-01-28";
    public const string SecondWeek = "2017-02-04";
    public const string ThirdWeek = "2017-02-11";
    public const string Corrections = "corrections-2017-03.json";

    public static IReadOnlyList<string> Weeks { get; } = [FirstWeek, SecondWeek, ThirdWeek];

    public static string ReportOf(string week) => week switch
    {
        FirstWeek => "ddor2017_01-28to02-03.pdf",
        SecondWeek => "ddor2017_02-04to02-10.pdf",
        ThirdWeek => "ddor2017_02-11to02-17.pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(week)),
    };

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Repository.Samples, name));

    public static JsonNode Expected(string week) =>
        JsonNode.Parse(Bytes(Path.ChangeExtension(ReportOf(week), "expected.json")))!;
}
