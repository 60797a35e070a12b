using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>zypper changes the distribution's release.</summary>
internal sealed class ZypperDistUpgrade() : PackageUpgradeRule("HB1125", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override bool Upgrades(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Zypper, Action: PackageAction.DistributionUpgrade } && !IsRolling(run);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ZypperDistUpgrade),
        Title = "zypper dist-upgrade may add and remove packages of the base image",
        MessageFormat = "'{0}' may remove packages of the base image and move it to another release; use 'zypper patch', or a newer base image",
        Rationale = "A distribution upgrade takes over whatever the package sources hold, downgrades and removals included. The image is then no longer what the tag of its base image says.",
        WhenToIgnore = "When the base image is a rolling release under a name of your own: these are only ever updated this way.",
        CatalogueSlugs = ["zypper-dist-upgrade"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3035"],
        Violations = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n [|dup|] && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        Fixed = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n patch && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        ComparedWith = "openSUSE Tumbleweed is accepted, because a rolling release is updated by 'dup'.",
    };

    private static bool IsRolling(PackageRun run) =>
        Model.Docker.DockerfileModel.RootBase(run.Stage).Image?.CanonicalRepository.Contains("tumbleweed", StringComparison.Ordinal) == true;
}
