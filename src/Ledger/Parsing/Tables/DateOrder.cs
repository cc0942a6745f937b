namespace DetainerLedger.Parsing.Tables;

/// <summary>What the first number of a date such as <c>2/4/2017</c> is.</summary>
public enum DateOrder
{
    MonthFirst,
    DayFirst,
}
