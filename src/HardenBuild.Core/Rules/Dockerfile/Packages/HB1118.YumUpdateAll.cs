using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>yum upgrades everything in the base image.</summary>
internal sealed class YumUpdateAll() : PackageUpgradeRule("HB1118", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Upgrades(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Yum, Action: PackageAction.Upgrade } && IsOfEverything(package);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(YumUpdateAll),
        Title = "yum update changes all packages of the base image",
        MessageFormat = "'{0}' without packages replaces whatever the mirror has newer today, and a cached layer never gets newer ones; name the packages that you need, or rebuild on a newer base image",
        Rationale = "The same base image gives different packages from day to day, while the build cache keeps the result of the first day. A newer base image brings fixes in a way that can be repeated.",
        WhenToIgnore = "When the base image lags behind its distribution's fixes and you upgrade on purpose, with a build that does not use the cache.",
        CatalogueSlugs = ["yum-update-all"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["kics:yum_update_disabled", "semgrep:avoid-yum-update"],
        Related = ["hadolint:DL3031"],
        Violations = [new("Dockerfile", "FROM almalinux:9\nRUN yum [|update|] -y && yum clean all\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        Fixed = [new("Dockerfile", "FROM almalinux:9\nRUN yum update -y openssl && yum clean all\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        ComparedWith = "Upgrades of single packages and security updates alone are accepted.",
    };
}
