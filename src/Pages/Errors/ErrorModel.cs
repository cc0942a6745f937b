using DetainerLedger.Places;

namespace DetainerLedger.Pages.Errors;

/// <summary>Why a request can't be answered, and where the reader may have wanted to go.</summary>
/// <param name="Detail">What is wrong and how to fix it.</param>
/// <param name="Nearest">Places with a name near the one in the path.</param>
public sealed record ErrorModel(int Status, string Title, string Detail, IReadOnlyList<Jurisdiction> Nearest);
