using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Corrections;

/// <summary>A position in the list of corrections: after the one with this id.</summary>
public readonly record struct CorrectionPosition(string Id)
{
    public static bool TryParse(string text, out CorrectionPosition position)
    {
        position = new CorrectionPosition(text);
        return text.Length > 0;
    }

    public static IEnumerable<CorrectionEntry> Rest(IEnumerable<CorrectionEntry> all, CorrectionPosition? after) =>
        after is { } position ? all.SkipWhile(correction => correction.Id != position.Id).Skip(1) : all;
}
