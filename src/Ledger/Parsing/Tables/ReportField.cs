namespace DetainerLedger.Parsing.Tables;

/// <summary>The parts of a report, whatever its format.</summary>
public enum ReportSection
{
    Issued,
    Declined,
    Listed,
    Scope,
}

/// <summary>The field that a column of a table holds.</summary>
public enum ReportField
{
    Place,
    State,
    Count,
    Agency,
    Citizenship,
    IssuedOn,
    DeclinedOn,
    Reason,
    Activity,
    Disposition,
    Aor,
    Enacted,
    Policy,
    Criteria,
}
