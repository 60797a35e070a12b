using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>apt-get changes the distribution's release or removes packages to upgrade others.</summary>
internal sealed class DistUpgradeInBuild() : PackageUpgradeRule("HB1111", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override bool Upgrades(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Apt, Action: PackageAction.DistributionUpgrade };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DistUpgradeInBuild),
        Title = "apt-get dist-upgrade may add and remove packages of the base image",
        MessageFormat = "'{0}' may remove packages of the base image and add others, so the image is no longer what its tag says; use 'upgrade', or a newer base image",
        Rationale = "Unlike 'upgrade', 'dist-upgrade' and 'full-upgrade' resolve conflicts by removing packages. With a changed package source they move the image to another release of the distribution, which the base image's publisher never tested.",
        WhenToIgnore = "When the image is the base image of your organisation and moving it to another release is its purpose.",
        CatalogueSlugs = ["dist-upgrade-in-build"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["trivy:DS-0024", "dockle:DKL-DI-0003"],
        Related = ["hadolint:DL3005"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update \\\n    && apt-get [|dist-upgrade|] -y \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update \\\n    && apt-get upgrade -y \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
    };
}
