namespace DetainerLedger.Parsing.Xlsx;

/// <summary>
/// The boundary to the libraries that open and read a workbook. On a broken file they throw various exceptions (XML, ZIP,
/// cast, their own), and all of them mean the same: the file is refused. An exception from our own code isn't attributed to the file.
/// </summary>
internal static class LibraryCall
{
    /// <exception cref="DamagedWorkbookException">The library threw.</exception>
    public static T Run<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception damage) when (damage is not (OperationCanceledException or OversizeException))
        {
            throw new DamagedWorkbookException(damage);
        }
    }

    /// <summary>Enumerates the items of a library; the code that uses them is outside of the boundary.</summary>
    public static IEnumerable<T> Each<T>(IEnumerable<T> items)
    {
        using var each = items.GetEnumerator();
        while (Run(each.MoveNext)) yield return each.Current;
    }
}

/// <summary>A library can't read the workbook.</summary>
internal sealed class DamagedWorkbookException(Exception cause) : Exception(cause.Message, cause);
