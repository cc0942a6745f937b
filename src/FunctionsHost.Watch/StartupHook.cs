/// <summary>
/// A .NET startup hook (<c>DOTNET_STARTUP_HOOKS</c>) that ends its process when standard input ends. The host holds the other end:
/// however it dies, the worker doesn't outlive it. A worker doesn't end by itself when its connection to the host breaks.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // The processes that the app starts have a standard input of their own.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        new Thread(ExitWithStandardInput) { IsBackground = true, Name = "Host watch" }.Start();
    }

    private static void ExitWithStandardInput()
    {
        try
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
            }
        }
        catch (IOException)
        {
            // A broken pipe is an end too.
        }

        Environment.Exit(1);
    }
}
