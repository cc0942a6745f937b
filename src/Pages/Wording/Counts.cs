using System.Globalization;

namespace DetainerLedger.Pages.Wording;

/// <summary>Counts with the noun that they count. Newspapers read a bare number of one section as that of another.</summary>
public static class Counts
{
    public const string Issued = "detainers issued";
    public const string Declined = "detainers declined";
    public const string Listed = "jurisdictions listed";

    /// <summary><c>2,825</c></summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 detainer declined</c>, <c>47 detainers declined</c></summary>
    public static string Of(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string DetainersDeclined(int count) => Of(count, "detainer declined", Declined);

    public static string DetainersIssued(int count) => Of(count, "detainer issued", Issued);

    public static string Jurisdictions(int count) => Of(count, "jurisdiction", "jurisdictions");

    public static string Rows(int count) => Of(count, "row", "rows");

    /// <summary><c>33 more</c>, <c>258 fewer</c>, <c>as many</c></summary>
    public static string Change(int change) => change switch
    {
        0 => "as many",
        > 0 => $"{Number(change)} more",
        _ => $"{Number(-change)} fewer",
    };

    /// <summary><c>+33</c>, <c>−258</c>, <c>0</c></summary>
    public static string Difference(int change) => change switch
    {
        0 => "0",
        > 0 => $"+{Number(change)}",
        _ => $"−{Number(-change)}",
    };
}
