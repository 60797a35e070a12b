using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>dnf upgrades everything in the base image.</summary>
internal sealed class DnfUpdateAll() : PackageUpgradeRule("HB1123", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Upgrades(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Dnf, Action: PackageAction.Upgrade } && IsOfEverything(package);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DnfUpdateAll),
        Title = "dnf upgrade changes all packages of the base image",
        MessageFormat = "'{0}' without packages replaces whatever the mirror has newer today, and a cached layer never gets newer ones; name the packages that you need, or rebuild on a newer base image",
        Rationale = "The same base image gives different packages from day to day, while the build cache keeps the result of the first day. A newer base image brings fixes in a way that can be repeated.",
        WhenToIgnore = "When the base image lags behind its distribution's fixes and you upgrade on purpose, with a build that does not use the cache.",
        CatalogueSlugs = ["dnf-update-all"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["kics:run_using_dnf_update", "semgrep:avoid-dnf-update"],
        Related = ["hadolint:DL3039"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf [|update|] -y && tdnf clean all\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf install -y icu && tdnf clean all\nUSER $APP_UID\n")],
        ComparedWith = "Upgrades of single packages and security updates alone are accepted. microdnf and tdnf are dnf.",
    };
}
