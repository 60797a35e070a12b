using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>apt-get upgrades what the base image brought along.</summary>
internal sealed class SystemUpgradeInBuild() : PackageUpgradeRule("HB1110", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Upgrades(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Apt, Action: PackageAction.Upgrade };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SystemUpgradeInBuild),
        Title = "apt-get upgrade changes packages of the base image",
        MessageFormat = "'{0}' replaces packages of the base image by whatever the mirror has today, and a cached layer never gets newer ones; rebuild on a newer base image instead",
        Rationale = "The same base image gives different packages from day to day, while the build cache keeps the result of the first day. A base image that is rebuilt with fixes, named by a newer tag or digest, brings both fixes and a build that can be repeated.",
        WhenToIgnore = "When the base image lags behind its distribution's fixes and you upgrade on purpose, with a build that does not use the cache. Many security teams ask for that.",
        CatalogueSlugs = ["system-upgrade-in-build"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["kics:run_using_upgrade_commands", "kics:upgrade_instruction_alone", "semgrep:avoid-apt-get-upgrade"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update \\\n    && apt-get [|upgrade|] -y \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
        ComparedWith = "hadolint withdrew its rule for this, because upgrading on purpose is common. Here it is off unless asked for.",
    };
}
