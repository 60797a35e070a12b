using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>yum installs a package in any version.</summary>
internal sealed class YumVersionNotPinned() : PackageVersionRule("HB1117", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Installs(PackageCommand package) => package.Manager == PackageManager.Yum;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        RpmPackage.IsFloating(run, package, word);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(YumVersionNotPinned),
        Title = "yum installs a package without a version",
        MessageFormat = "'{0}' is installed in whatever version the mirror has today, so the same commit builds different images; name the version, '{0}-...', or for a module the stream, '{0}:...'",
        Rationale = "Two builds of the same commit install different versions, and a version that was withdrawn or taken over by someone else gets into the image unseen. A version in the Dockerfile makes the change visible.",
        WhenToIgnore = "When the package sources are snapshots of your own, or only one version of the package is supported at any time.",
        CatalogueSlugs = ["yum-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3033", "kics:yum_install_without_version"],
        Violations = [new("Dockerfile", "FROM almalinux:9\nRUN yum install -y [|libicu|] && yum clean all\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        Fixed = [new("Dockerfile", "FROM almalinux:9\nRUN yum install -y libicu-67.1 && yum clean all\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        ComparedWith = "The last part of the name decides: 'java-11-openjdk' names no version, although there is a number in it. Files, URLs, groups and variables are accepted; a variable that nothing sets is empty and names no version.",
    };
}
