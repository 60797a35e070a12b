using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>dnf installs a package in any version.</summary>
internal sealed class DnfVersionNotPinned() : PackageVersionRule("HB1122", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Installs(PackageCommand package) => package.Manager == PackageManager.Dnf;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        RpmPackage.IsFloating(run, package, word);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DnfVersionNotPinned),
        Title = "dnf installs a package without a version",
        MessageFormat = "'{0}' is installed in whatever version the mirror has today, so the same commit builds different images; name the version, '{0}-...', or for a module the stream, '{0}:...'",
        Rationale = "Two builds of the same commit install different versions, and a version that was withdrawn or taken over by someone else gets into the image unseen. A version in the Dockerfile makes the change visible.",
        WhenToIgnore = "When the package sources are snapshots of your own, or only one version of the package is supported at any time.",
        CatalogueSlugs = ["dnf-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3041", "kics:missing_version_specification_in_dnf_install"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf install -y [|icu|] && tdnf clean all\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf install -y icu-72.1.0.3 && tdnf clean all\nUSER $APP_UID\n")],
        ComparedWith = "microdnf and tdnf count as dnf. The last part of the name decides: 'java-11-openjdk' names no version. Files, URLs, groups and variables are accepted; a variable that nothing sets is empty and names no version.",
    };
}
