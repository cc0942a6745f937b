using DetainerLedger.Places;

namespace DetainerLedger.Parsing.Json;

internal sealed class JsonFileParser(NameResolver places, ReadingLimits limits) : IReportParser
{
    public string Format => "json";

    public bool Recognises(ReadOnlySpan<byte> content) => false;

    public Reading Parse(ReportFile file, CancellationToken cancellation) => throw new NotSupportedException($"{places}{limits}");
}
