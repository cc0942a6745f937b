namespace DetainerLedger.Parsing.Xlsx;

/// <summary>
/// Passes on the bytes of an XML file until there are too many, or a tag with the text after it becomes longer than any in
/// a workbook: an XML reader keeps each of them in memory as a whole, whatever its size.
/// </summary>
internal sealed class TagStream(Stream xml, long largest, int longest, CancellationToken cancellation) : Stream
{
    private long _read;
    private long _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = xml.Read(buffer);
        if ((_read += read) > largest) throw new OversizeException($"A part of the file has more than {largest:N0} bytes.");
        var tag = buffer[..read].LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + read : read - tag;
        return _sinceTag <= longest ? read : throw new OversizeException($"A cell, or a tag around it, has more than {longest:N0} bytes.");
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) xml.Dispose();
        base.Dispose(disposing);
    }
}
