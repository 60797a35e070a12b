using BenchmarkDotNet.Running;
using HardenBuild.Benchmarks;

// Whole builds are timed here and not by BenchmarkDotNet, which has no notion of two processes in turn.
if (args is ["build-cost", .. var rest])
    return BuildCost.Run(rest);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
