using System.Runtime.ExceptionServices;

namespace DetainerLedger.Parsing;

/// <summary>
/// Runs work on a thread of its own. All readers stop by themselves when they are cancelled, wherever they can ask; but a library
/// that has lost itself in a damaged file can't ask, and .NET can't stop a thread. Then the thread is given up: it costs a core
/// until the process ends, and the caller goes on. Its stack is as large on every platform, for files that are deeply nested.
/// </summary>
internal static class OwnThread
{
    private const int Stack = 16 * 1024 * 1024;

    /// <param name="timeout">How long to wait for an end.</param>
    /// <exception cref="TimeoutException">The work was given up.</exception>
    public static T Run<T>(Func<T> work, TimeSpan timeout)
    {
        var (result, failure) = (default(T), default(ExceptionDispatchInfo));
        var thread = new Thread(Work, Stack) { IsBackground = true, Name = "Reading" };
        thread.Start();
        if (!thread.Join(timeout)) throw new TimeoutException("The reader does not answer.");
        failure?.Throw();
        return result!;

        void Work()
        {
            try
            {
                result = work();
            }
            catch (Exception thrown)
            {
                // Unwinds on the thread that waits.
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        }
    }
}
