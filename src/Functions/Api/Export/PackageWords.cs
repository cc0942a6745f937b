namespace DetainerLedger.Functions.Api.Export;

/// <summary>Texts that the descriptor and the README of the package share.</summary>
public static class PackageWords
{
    public const string Title = "Detainer Ledger";

    public const string Description =
        "What the weekly Declined Detainer Outcome Reports state, row by row: detainers issued, detainers recorded as declined, and "
        + "jurisdictions listed for a policy. These are three different facts: a detainer declined in a week may have been issued "
        + "years before, and the outcome of one that was issued is unknown. No rate can be computed from them.";

    public const string Source =
        "U.S. Immigration and Customs Enforcement: Weekly Declined Detainer Outcome Report, and its notices of corrections";

    public const string Licence = "Works of the United States Government, in the public domain there (17 U.S.C. § 105)";
}
