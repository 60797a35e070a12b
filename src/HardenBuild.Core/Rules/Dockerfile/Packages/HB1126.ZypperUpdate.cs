using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>zypper updates everything in the base image.</summary>
internal sealed class ZypperUpdate() : PackageUpgradeRule("HB1126", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Upgrades(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Zypper, Action: PackageAction.Upgrade, Verb: not "patch" } && IsOfEverything(package);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ZypperUpdate),
        Title = "zypper update changes all packages of the base image",
        MessageFormat = "'{0}' without packages replaces whatever the mirror has newer today, and a cached layer never gets newer ones; name the packages that you need, or rebuild on a newer base image",
        Rationale = "The same base image gives different packages from day to day, while the build cache keeps the result of the first day. A newer base image brings fixes in a way that can be repeated.",
        WhenToIgnore = "When the base image lags behind its distribution's fixes and you update on purpose, with a build that does not use the cache.",
        CatalogueSlugs = ["zypper-update"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["kics:run_using_zypper_update", "semgrep:avoid-zypper-update"],
        Violations = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n [|update|] && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        Fixed = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n patch && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        ComparedWith = "'zypper patch', which applies released fixes only, and updates of single packages are accepted.",
    };
}
