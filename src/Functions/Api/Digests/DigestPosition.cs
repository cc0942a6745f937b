using System.Globalization;
using DetainerLedger.Digests;
using DetainerLedger.Functions.Api.Parameters;
using DetainerLedger.Reports;

namespace DetainerLedger.Functions.Api.Digests;

/// <summary>A place among the digests: each is named by its week and revision.</summary>
public readonly record struct DigestPosition(DateOnly Week, int Revision)
{
    public static IComparer<DigestHeading> Order { get; } =
        Comparer<DigestHeading>.Create((one, other) => (one.Week, one.Revision).CompareTo((other.Week, other.Revision)));

    public static DigestPosition Of(DigestHeading digest) => new(digest.Week, digest.Revision);

    public static bool TryParse(string text, out DigestPosition position)
    {
        position = default;
        if (text.Split('.') is not [var week, var revision] || !Days.TryParse(week, out var day)) return false;
        if (!int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        position = new DigestPosition(day, number);
        return true;
    }

    /// <summary>Whether the digest comes later in the list, which runs from the newest to the oldest.</summary>
    public bool Precedes(DigestHeading digest) => (digest.Week, digest.Revision).CompareTo((Week, Revision)) < 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReportingWeek.Name(Week)}.{Revision}");
}
