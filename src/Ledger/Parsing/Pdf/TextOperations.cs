using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Tokens;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Makes the operations of a page that place text or draw lines. Colours, images and marks would cost time, and can fail, for nothing.</summary>
internal sealed class TextOperations(PageBudget budget) : IGraphicsStateOperationFactory
{
    public IGraphicsStateOperation? Create(OperatorToken op, IReadOnlyList<IToken> operands) => op.Data switch
    {
        _ when !budget.AllowsOperation() => Skipped.Operation,
        "g" or "G" or "rg" or "RG" or "k" or "K" or "cs" or "CS" or "sc" or "SC" or "scn" or "SCN" => Skipped.Operation,
        "d" or "i" or "j" or "J" or "M" or "ri" or "w" or "sh" => Skipped.Operation,
        "BMC" or "BDC" or "EMC" or "MP" or "DP" or "BX" or "EX" => Skipped.Operation,
        _ => ReflectionGraphicsStateOperationFactory.Instance.Create(op, operands),
    };

    private sealed class Skipped : IGraphicsStateOperation
    {
        public static readonly Skipped Operation = new();

        public string Operator => "";

        public void Run(IOperationContext operationContext)
        {
        }

        public void Write(Stream stream) => throw new NotSupportedException();
    }
}
