using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>npm installs a package in any version.</summary>
internal sealed class NpmVersionNotPinned() : PackageVersionRule("HB1131", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override bool Installs(PackageCommand package) => package.Manager == PackageManager.Npm;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        NpmPackage.IsFloating(word);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NpmVersionNotPinned),
        Title = "npm installs a package without a version",
        MessageFormat = "'{0}' is installed in whatever version is published today, so the same commit builds different images; name the version, '{0}@...', or the commit of a repository, '#...'",
        Rationale = "npm packages are taken over and republished with malicious code again and again. A version in the Dockerfile, or better a lock file and 'npm ci', lets only what you have seen into the image.",
        WhenToIgnore = "When the image is meant to follow the newest version of the tool, and is tested before it is used.",
        CatalogueSlugs = ["npm-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3016", "kics:npm_install_without_pinned_version"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN npm install -g [|pm2|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN npm install -g pm2@6.0.13\nUSER $APP_UID\n")],
        ComparedWith = "'@latest' is no version; hadolint accepts it. Folders, archives, 'npm install' without packages and values of options are not reported.",
    };
}
