using DetainerLedger.History;

namespace DetainerLedger.Functions.Api.Columns;

/// <summary>The column of the open questions about a row.</summary>
public static class QuestionColumns
{
    public const string Name = "questions";

    public static IReadOnlyList<Column<TRow>> Of<TRow>(Func<TRow, IReadOnlyList<QuestionEntry>> of) =>
    [
        new(Name, FieldType.Texts, "The reasons for which the operators of the ledger question the row. Its values are as printed.",
            row => of(row).Select(question => question.Reason)) { Required = true },
    ];
}
