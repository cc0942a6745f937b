namespace DetainerLedger.Parsing;

/// <summary>Reads one format. To add a format, write one and list it in <see cref="ReportReader"/>.</summary>
internal interface IReportParser
{
    /// <summary>As in <see cref="Reading.Report"/>.</summary>
    string Format { get; }

    /// <summary>Decides by the first bytes whether a file is meant to be of this format.</summary>
    bool Recognises(ReadOnlySpan<byte> content);

    /// <param name="cancellation">Also cancelled when the time limit for a file has passed.</param>
    Reading Parse(ReportFile file, CancellationToken cancellation);
}
