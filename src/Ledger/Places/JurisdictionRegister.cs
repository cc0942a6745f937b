namespace DetainerLedger.Places;

/// <summary>All states, counties and their codes, from the Census Bureau.</summary>
public sealed class JurisdictionRegister
{
}
