using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>zypper installs a package in any version.</summary>
internal sealed class ZypperVersionNotPinned() : PackageVersionRule("HB1128", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Installs(PackageCommand package) => package is { Manager: PackageManager.Zypper, Verb: "install" or "in" } && package.Invocation.FindOption("-t", "--type") is null;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        word.Value is { Length: > 0 } text && text.IndexOfAny(['=', '<', '>', '*']) < 0 && !IsPath(text) && !IsUrl(text) && text[0] is not ('-' or '!' or '+')
            && !text.EndsWith(".rpm", StringComparison.Ordinal);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ZypperVersionNotPinned),
        Title = "zypper installs a package without a version",
        MessageFormat = "'{0}' is installed in whatever version the mirror has today, so the same commit builds different images; name the version, '{0}=...'",
        Rationale = "Two builds of the same commit install different versions, and a version that was withdrawn or taken over by someone else gets into the image unseen. A version in the Dockerfile makes the change visible.",
        WhenToIgnore = "When the package sources are snapshots of your own, or only one version of the package is supported at any time.",
        CatalogueSlugs = ["zypper-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3037", "kics:zypper_install_without_version"],
        Violations = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n install [|libicu|] && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        Fixed = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n install 'libicu>=73' && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"/app/Shop.Api\"]\n")],
        ComparedWith = "A comparison must be quoted: without quotes the shell takes '>' for a redirection, and no version is left.",
    };
}
