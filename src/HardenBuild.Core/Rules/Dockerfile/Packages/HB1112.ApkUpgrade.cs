using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>apk upgrades what the base image brought along.</summary>
internal sealed class ApkUpgrade() : PackageUpgradeRule("HB1112", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Upgrades(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Apk, Action: PackageAction.Upgrade };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApkUpgrade),
        Title = "apk upgrade changes packages of the base image",
        MessageFormat = "'{0}' replaces packages of the base image by whatever the mirror has today, and a cached layer never gets newer ones; rebuild on a newer base image instead",
        Rationale = "The same base image gives different packages from day to day, while the build cache keeps the result of the first day. Alpine images are rebuilt with fixes often; a newer tag or digest brings them in a way that can be repeated.",
        WhenToIgnore = "When fixes must reach the image before the base image has them, and the build does not use the cache.",
        CatalogueSlugs = ["apk-upgrade"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["kics:use_of_apk_upgrade", "semgrep:avoid-apk-upgrade"],
        Related = ["hadolint:DL3017"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk [|upgrade|] --no-cache\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk add --no-cache icu-libs\nUSER $APP_UID\n")],
        ComparedWith = "hadolint withdrew its rule for this, because upgrading on purpose is common. Here it is off unless asked for.",
    };
}
