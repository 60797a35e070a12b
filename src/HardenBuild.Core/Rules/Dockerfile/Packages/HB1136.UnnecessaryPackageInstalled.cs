using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Rules.Dockerfile.Users;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>The final image gets tools for building or debugging.</summary>
internal sealed class UnnecessaryPackageInstalled() : DockerfileRule("HB1136", RuleSeverity.None, RuleSeverity.None)
{
    private const string DefaultPackages =
        "build-essential, build-base, gcc, g++, make, cmake, git, vim, nano, emacs, telnet, netcat, netcat-openbsd, nmap, tcpdump, gdb, strace, curl, wget, man-db";

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (DevelopmentImage.IsDevelopmentFile(model))
            yield break;
        var layers = new TargetLayers(model);
        var configured = model.Options.List(this, "packages");
        var names = new HashSet<string>(configured.Count > 0 ? configured : DefaultPackages.Split([", "], StringSplitOptions.None), StringComparer.Ordinal);
        foreach (var run in model.PackageRuns)
        {
            if (run.Instruction.IsTrigger || !layers.Hold(run.Instruction))
                continue;
            foreach (var package in run.Packages.Where(IsOfSystem))
            {
                var tools = package.Operands.Where(operand => names.Contains(NameOf(operand)) && !IsRemoved(run, package, NameOf(operand))).ToList();
                if (tools.Count > 0)
                {
                    yield return ReportIn(run.Stage, model.Source.At(tools[0].Span), NameOf(tools[0])) with
                    {
                        Related = RepeatedPlaces.AfterFirst(tools.Select(word => model.Source.At(word.Span)), "Here too"),
                    };
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UnnecessaryPackageInstalled),
        Title = "The final image gets tools for building or debugging",
        MessageFormat = "'{0}' helps whoever breaks into the container and must be kept up to date; install it in a stage that is only copied from, or remove it in the same RUN",
        Rationale = "Compilers, editors and network tools are what an intruder would otherwise have to bring along, and scanners report their vulnerabilities in every image that holds them. Debug containers bring tools when they are needed.",
        WhenToIgnore = "When the application itself starts the tool, as a server for repositories starts git, or a health check needs curl.",
        CatalogueSlugs = ["unnecessary-package-installed"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("4.3"), RuleReference.DevSec("docker-4.3"), RuleReference.Cwe(1104), RuleReference.OwaspDocker("D04")],
        Options = [new RuleOption("packages", DefaultPackages, "Names of packages that the final image should not get, separated by commas; replaces the list.")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y [|vim|] && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "Only the stages that the target is built upon are looked at. Packages that are removed in the same RUN, by name or by the name of a virtual package of apk, are accepted, and so are files for developers.",
    };

    private static bool IsOfSystem(PackageCommand package) => package is { Manager: <= PackageManager.Zypper, Action: PackageAction.Install };

    private static string NameOf(CommandWord word)
    {
        var text = word.Value ?? "";
        var end = text.IndexOfAny(['=', '~', '<', '>', '/', ':']);
        return end < 0 ? text : text.Substring(0, end);
    }

    private static bool IsRemoved(PackageRun run, PackageCommand install, string name)
    {
        var group = install.Invocation.FindOption("-t", "--virtual")?.Value;
        return run.Packages.Any(later => later.Position > install.Position && later.Action == PackageAction.Remove
            && (later.Operands.Any(operand => operand.Value is null || operand.Value == name || operand.Value == group) || (later.Operands.IsEmpty && later.Verb.StartsWith("auto", StringComparison.Ordinal))));
    }
}
