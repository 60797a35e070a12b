using System.Globalization;

namespace HardenBuild.Benchmarks;

/// <summary>What the package adds to <c>dotnet build</c> of 20 projects: the same solution with and without it, built in turn.</summary>
internal static class BuildCost
{
    private const int Projects = 20;
    private const int FirstBuilds = 5;

    /// <param name="args"><c>--pairs N</c> (20), <c>--node-reuse true|false</c> (false), <c>--feed FOLDER</c> with a packed package 99.0.0-cost (packed when missing).</param>
    public static int Run(string[] args)
    {
        var pairs = int.Parse(Option(args, "--pairs", "20"), CultureInfo.InvariantCulture);
        var reuse = bool.Parse(Option(args, "--node-reuse", "false"));
        var root = Directory.CreateTempSubdirectory("hardenbuild-cost-").FullName;
        try
        {
            var build = new TimedBuild(reuse);
            var feed = Path.GetFullPath(Option(args, "--feed", Path.Combine(root, "feed")));
            if (!File.Exists(Path.Combine(feed, $"HardenBuild.{GeneratedSolution.PackageVersion}.nupkg")))
                build.Dotnet(Directory.GetCurrentDirectory(), "pack", "src/HardenBuild.Tasks", "-c", "Release", "-o", feed, $"-p:PackageVersion={GeneratedSolution.PackageVersion}", "-p:RestoreLockedMode=false", "-p:NuGetLockFilePath=obj/cost.lock.json");

            var with = GeneratedSolution.Write(Path.Combine(root, "with"), Projects, feed, isReferencing: true);
            var without = GeneratedSolution.Write(Path.Combine(root, "without"), Projects, feed, isReferencing: false);
            build.Dotnet(with, "restore");
            build.Dotnet(without, "restore");

            Console.WriteLine($"{Projects} projects, {Environment.ProcessorCount} processors, node reuse {(reuse ? "on" : "off")}, MSBuild server off");
            Report("first build", Measure(build, without, with, Math.Min(pairs, FirstBuilds), GeneratedSolution.Clean));
            Report("build without changes", Measure(build, without, with, pairs, static _ => { }));
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static (double[] Without, double[] With) Measure(TimedBuild build, string without, string with, int pairs, Action<string> prepare)
    {
        var (a, b) = (new double[pairs], new double[pairs]);
        // One of each that does not count: the compiler's server and the nodes are warm, or not, for both alike.
        Time(without);
        Time(with);
        for (var i = 0; i < pairs; i++)
        {
            // Who goes first changes from pair to pair.
            if (i % 2 == 0)
                (a[i], b[i]) = (Time(without), Time(with));
            else
                (b[i], a[i]) = (Time(with), Time(without));
        }

        return (a, b);

        double Time(string solution)
        {
            prepare(solution);
            return build.Dotnet(solution, "build", "--no-restore", "-m");
        }
    }

    private static void Report(string what, (double[] Without, double[] With) times)
    {
        var (without, with) = (Median(times.Without), Median(times.With));
        var ratios = times.With.Zip(times.Without, static (b, a) => b / a).ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}, {times.With.Length} pairs: without {without:F0} ms, with {with:F0} ms, difference {with - without:F0} ms; median ratio of the pairs {Median(ratios):F3} ({ratios.Min():F3} to {ratios.Max():F3})"));
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string Option(string[] args, string name, string fallback)
    {
        var i = Array.IndexOf(args, name);
        return i >= 0 && i + 1 < args.Length ? args[i + 1] : fallback;
    }
}
