using DetainerLedger.Benchmarks;

// A small method, so that the process that only prints a line compiles nothing else.
if (args is [FirstRead.Hello])
{
    Console.WriteLine("Hello, World!");
    return 0;
}

return await Command.Run(args);
