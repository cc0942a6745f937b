using System.Globalization;
using Endurance;
using Endurance.Chaos;
using Endurance.Soak;

var command = args.FirstOrDefault();
if (command is not ("chaos" or "soak"))
{
    Console.Error.WriteLine("The command is chaos or soak.");
    return 2;
}

var arguments = args[1..];
if (arguments.Any(argument => argument is "--help" or "-h"))
{
    using var help = new StreamReader(typeof(EnduranceOptions).Assembly.GetManifestResourceStream($"{command}.txt")!);
    Console.Write(await help.ReadToEndAsync());
    return 0;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return command == "chaos"
        ? await new ChaosRun(EnduranceOptions.Parse(arguments, TimeSpan.FromMinutes(10), Random.Shared.Next())).Run()
        : await new SoakRun(EnduranceOptions.Parse(arguments, TimeSpan.FromHours(1), seed: 1)).Run();
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message} See eng/{command} --help.");
    return 2;
}
// A process that didn't start, or files that were not settled in time: the message says which.
catch (InvalidOperationException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
