namespace DetainerLedger.Parsing.Tables;

/// <summary>The meaning of the first number of a date such as <c>2/4/2017</c>.</summary>
public enum DateOrder
{
    MonthFirst,
    DayFirst,
}
