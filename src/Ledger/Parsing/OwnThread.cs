using System.Runtime.ExceptionServices;

namespace DetainerLedger.Parsing;

/// <summary>
/// Runs work on a thread of its own. All readers stop when they are cancelled, wherever they can check; but a library that is
/// stuck in a damaged file can't check, and .NET can't stop a thread. Then the thread is abandoned: it uses a core until the
/// process ends, and the caller continues. Its stack has the same size on every platform, for files that are deeply nested.
/// </summary>
internal static class OwnThread
{
    private const int Stack = 16 * 1024 * 1024;

    /// <param name="timeout">How long to wait for the work to finish.</param>
    /// <exception cref="TimeoutException">The work was abandoned.</exception>
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
                // Rethrown on the waiting thread.
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        }
    }
}
