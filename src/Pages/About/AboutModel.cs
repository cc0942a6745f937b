using DetainerLedger.History;

namespace DetainerLedger.Pages.About;

public sealed record AboutModel(WeekCoverage Coverage);
