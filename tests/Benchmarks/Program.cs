using DetainerLedger.Benchmarks;
using DetainerLedger.Benchmarks.Http;
using DetainerLedger.Benchmarks.TenYears;
using OneMachine;

if (args is [FirstRead.Argument, var file])
{
    Console.WriteLine(Reader.Read(File.ReadAllBytes(file)));
    return 0;
}

if (args is [Peak.Argument, var measured])
{
    Peak.Print(measured);
    return 0;
}

if (args is [BesideThreeWeeks.Argument]) return Tell(await BesideThreeWeeks.Run());
if (args is [OverHttp.Argument]) return Tell(await OverHttp.Run());

var sample = Path.Combine(Repository.Samples, "ddor2017_01-28to02-03.pdf");
bool[] holds = [BesidePdfToText.Run(sample), FirstRead.Run(sample), Growth.Run("PDF", GeneratedFiles.Pdf), Growth.Run("JSON", GeneratedFiles.Json)];
return Tell(holds.All(figure => figure));

static int Tell(bool holds)
{
    Console.WriteLine(holds ? "All figures are within their limits." : "A figure is beyond its limit.");
    return holds ? 0 : 1;
}
