using DetainerLedger.Places;

namespace DetainerLedger.Parsing;

/// <summary>Looks at the bytes and picks a parser.</summary>
public sealed class ReportReader(NameResolver places, ReadingLimits limits)
{
    public Reading Read(ReportFile file, CancellationToken cancellation) => throw new NotSupportedException($"{places} {limits}");
}
