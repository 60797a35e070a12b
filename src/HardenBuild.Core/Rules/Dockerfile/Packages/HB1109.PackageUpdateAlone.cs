using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>The lists of packages are downloaded in a layer of their own.</summary>
internal sealed class PackageUpdateAlone() : DockerfileRule("HB1109", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var run in model.PackageRuns)
        {
            // The lists are shared with later steps on purpose where a cache mount holds them.
            if (run.HasMountOver("/var/lib/apt/lists", "/var/cache/apk", "/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5", "/var/cache/zypp"))
                continue;
            var script = run.LastPosition(MayInstall);
            for (var family = PackageManager.Apt; family <= PackageManager.Zypper; family++)
            {
                var used = Math.Max(script, LastUse(run, family));
                if (run.Packages.FirstOrDefault(package => FamilyOf(package.Manager) == family && Updates(package) && package.Position > used) is { } update)
                {
                    yield return ReportIn(run.Stage, model.Source.At(update.VerbSpan), update.Title) with
                    {
                        AtMost = update.Action == PackageAction.Refresh ? RuleSeverity.Warning : RuleSeverity.Suggestion,
                    };
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PackageUpdateAlone),
        Title = "Package lists are updated in a RUN that installs nothing",
        MessageFormat = "'{0}' stands in a RUN that installs nothing afterwards, so the build cache keeps its result and later steps use stale packages; join it with the install by '&&'",
        Rationale = "Each RUN is cached by its text. The update is cached once and not repeated when the packages of a later RUN change, which then gets old versions or fails because the mirror no longer has them.",
        WhenToIgnore = "When the image is a base image whose only purpose is to be up to date, and it is built without the cache.",
        CatalogueSlugs = ["package-update-alone"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("4.7"), RuleReference.DevSec("docker-4.7")],
        Aliases = ["trivy:DS-0017", "checkov:CKV_DOCKER_5", "kics:update_instruction_alone", "sonar:S6595", "dockle:CIS-DI-0007"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get [|update|]\nRUN apt-get install -y libgdiplus\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update \\\n    && apt-get install -y libgdiplus \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "Any install or upgrade of the same package manager afterwards counts, however the commands are joined, and so does a script that may install something. "
            + "'update' of yum, dnf and zypper upgrades packages; alone in a RUN it is at most a suggestion.",
    };

    private static bool Updates(PackageCommand package) => package.Action == PackageAction.Refresh
        || (package is { Action: PackageAction.Upgrade, Operands.IsEmpty: true } && (package.IsRpm || package.Manager == PackageManager.Zypper) && package.Verb is "update" or "up");

    private static int LastUse(PackageRun run, PackageManager family)
    {
        for (var i = run.Packages.Length - 1; i >= 0; i--)
        {
            if (FamilyOf(run.Packages[i].Manager) == family && IsUse(run.Packages[i]))
                return run.Packages[i].Position;
        }

        return -1;
    }

    private static bool IsUse(PackageCommand package) =>
        package.Action is PackageAction.Install or PackageAction.Upgrade or PackageAction.DistributionUpgrade && !Updates(package);

    private static PackageManager FamilyOf(PackageManager manager) => manager == PackageManager.Dnf ? PackageManager.Yum : manager;

    /// <summary>Scripts, programs that a variable names, and tools that call the package manager themselves.</summary>
    private static bool MayInstall(Invocation invocation) => invocation.Name switch
    {
        null or "." or "source" or "mk-build-deps" or "gdebi" or "rosdep" or "playwright" or "npx" or "install_packages" or "aptitude-robot" or "tasksel" => true,
        "sh" or "bash" or "dash" => invocation.Operands.Length > 0 && !invocation.HasShortFlag('c'),
        _ => invocation.NameWord.Prefix is ['.', '/', ..] || invocation.NameWord.Prefix.EndsWith(".sh", StringComparison.Ordinal),
    };
}
