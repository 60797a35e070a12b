using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>The lists of packages that apt-get update downloads stay in the layer.</summary>
internal sealed class AptListsNotRemoved() : PackageCacheRule("HB1108", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override bool Fills(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Apt, Action: PackageAction.Refresh };

    protected override bool Cleans(Invocation invocation) =>
        RemovedFiles.Include(invocation, "/var/lib/apt/lists") || invocation is { Name: "apt-get" or "apt", Subcommand: "distclean" or "dist-clean" };

    protected override bool IsMounted(PackageRun run) => run.HasMountOver("/var/lib/apt/lists");

    protected override bool IsThrownAway(TargetLayers layers, StageInstruction instruction) => !layers.Hold(instruction);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AptListsNotRemoved),
        Title = "Package lists of apt stay in the image",
        MessageFormat = "'{0}' leaves the package lists in the layer, where they only take room and go stale; add '&& rm -rf /var/lib/apt/lists/*' at the end of the same RUN",
        Rationale = "The lists take up to 50 MB and tell about versions that the mirrors delete soon. Removing them in a later RUN does not make the image smaller, and 'apt-get clean' removes packages but not the lists.",
        WhenToIgnore = "When the image is meant to install further packages without a new 'apt-get update', as images for development are.",
        CatalogueSlugs = ["apt-lists-not-removed"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases =
        [
            "hadolint:DL3009", "kics:apt_get_install_lists_were_not_deleted", "kics:pin_versions_apt_get_delete", "semgrep:remove-package-lists",
            "semgrep:remove-package-cache", "sonar:S6587", "dockle:DKL-DI-0005",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get [|update|] && apt-get install -y libgdiplus\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update \\\n    && apt-get install -y libgdiplus \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "Only stages that the target is built upon are looked at. 'apt-get distclean', 'find -delete' and a mount over '/var/lib/apt' count as cleaning up; "
            + "a mount over '/var/cache/apt' alone does not, because the lists are elsewhere.",
    };
}
