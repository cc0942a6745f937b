using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.TextObjects;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokens;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>
/// Creates the operations of a page that place text or draw lines. Colours, images and marks would cost time, and can fail, without any use.
/// </summary>
internal sealed class TextOperations(BudgetedOptions options) : IPageContentParser, IGraphicsStateOperationFactory
{
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        options.Budget.Parse(inputBytes.Length);
        var operations = new PageContentParser(this, new StackDepthGuard(options.MaxStackDepth), options.UseLenientParsing).Parse(pageNumber, inputBytes, log);
        options.Budget.Ask();
        return operations;
    }

    // PdfPig would interpret an exception here as an operation that it can't read. Nothing after the limit is kept.
    public IGraphicsStateOperation? Create(OperatorToken op, IReadOnlyList<IToken> operands) => op.Data switch
    {
        _ when !options.Budget.AllowsOperation(out var isFirst) => isFirst ? EndText.Value : null,
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
