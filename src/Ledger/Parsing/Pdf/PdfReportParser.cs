using DetainerLedger.Places;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace DetainerLedger.Parsing.Pdf;

/// <summary>Opens a PDF and reads its pages; <see cref="PdfReport"/> interprets them.</summary>
internal sealed class PdfReportParser(NameResolver places, ReadingLimits limits) : IReportParser
{
    // Some producers and mail gateways put a line before the header; readers look for it in the first kilobyte.
    private const int HeaderWithin = 1024;
    private const int EndWithin = 2048;

    public string Format => "pdf";

    public bool Recognises(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, HeaderWithin)].IndexOf("%PDF-"u8) >= 0;

    public Reading Parse(ReportFile file, CancellationToken cancellation)
    {
        if (file.Content.Span[^Math.Min(file.Content.Length, EndWithin)..].IndexOf("%%EOF"u8) < 0)
            return Refuse(RefusalCodes.DamagedFile, "The PDF has no end. Was the upload cut off?");

        var page = 0;
        var pages = new List<PageText>();
        var budget = new PageBudget(limits, cancellation);
        var screen = new ObjectGuard(budget);
        var inflation = new InflationGuard(limits, budget, screen);
        try
        {
            var content = file.Content.ToArray();
            screen.Pass(content);
            using var document = PdfDocument.Open(content, new BudgetedOptions(budget)
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                FilterProvider = inflation,
                MaxStackDepth = limits.Nesting,
            });
            if (document.NumberOfPages > limits.Pages)
                return Refuse(RefusalCodes.TooLarge, $"The file has {document.NumberOfPages:N0} pages; at most {limits.Pages:N0} are read.");

            document.AddPageFactory<PageText, PageTextFactory>();
            for (page = 1; page <= document.NumberOfPages; page++)
            {
                budget.BeginPage();
                pages.Add(document.GetPage<PageText>(page));
                cancellation.ThrowIfCancellationRequested();
                if (Exceeded(budget, inflation, page) is { } refused) return refused;
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            return Refuse(RefusalCodes.EncryptedFile, "The file is protected by a password. Save it without one and drop it again.");
        }
        catch (Exception damage) when (damage is not OperationCanceledException)
        {
            // PdfPig throws various exceptions on a broken file (index, cast, overflow, its own); all of them mean the same here.
            cancellation.ThrowIfCancellationRequested();
            return Exceeded(budget, inflation, page)
                ?? Refuse(RefusalCodes.DamagedFile, $"The file can't be read as a PDF ({damage.GetType().Name}). Drop the agency's file again.", page == 0 ? null : page);
        }

        // Outside of the try block: an exception from this code is no evidence about the file.
        return new PdfReport(places, limits, file.Id).Read(pages, cancellation);
    }

    // An exception that PdfPig may have caught.
    private Reading.Refused? Exceeded(PageBudget budget, InflationGuard inflation, int page)
    {
        int? at = page == 0 ? null : page;
        if (budget.IsExceeded)
            return Refuse(RefusalCodes.TooLarge, $"A page has more than {limits.PageLetters:N0} letters, takes more than {limits.PageOperations:N0} operations to draw, or a part of the file has more than {limits.ParsedBytes:N0} bytes of values.", at);
        if (inflation.IsTooLarge)
            return Refuse(RefusalCodes.TooLarge, $"A compressed part of the file comes to more than {limits.PartBytes:N0} bytes, or all together to more than {limits.InflatedBytes:N0}.", at);
        return inflation.IsBroken
            ? Refuse(RefusalCodes.DamagedFile, "A compressed part of the file is broken, or compressed in a way that is not read, and what it held is lost. Drop the agency's file again.", at)
            : null;
    }

    private Reading.Refused Refuse(string code, string message, int? page = null) => new(new Refusal(code, message, page), Format);
}
