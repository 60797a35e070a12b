using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>zypper installs and leaves its downloads in the layer.</summary>
internal sealed class ZypperCleanMissing() : PackageCacheRule("HB1127", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override bool Fills(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Zypper, Action: PackageAction.Install or PackageAction.Remove } or { Manager: PackageManager.Zypper, Verb: "patch" };

    protected override bool Cleans(Invocation invocation) =>
        invocation is { Name: "zypper", Subcommand: "clean" or "cc" } || RemovedFiles.Include(invocation, "/var/cache/zypp");

    protected override bool IsMounted(PackageRun run) => run.HasMountOver("/var/cache/zypp");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ZypperCleanMissing),
        Title = "zypper leaves its downloads in the image",
        MessageFormat = "'{0}' leaves its downloads in the layer; add '&& zypper clean -a' at the end of the same RUN",
        Rationale = "The downloaded packages and lists stay in the layer and make the image larger for every pull. Removing them in a later RUN does not help: the layer with them is still part of the image.",
        WhenToIgnore = "When the image is squashed afterwards, or it is only used to build others.",
        CatalogueSlugs = ["zypper-clean-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3036", "trivy:DS-0020", "kics:missing_zypper_clean", "semgrep:missing-zypper-clean"],
        Violations = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n [|install|] aspnetcore-runtime-10.0\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n install aspnetcore-runtime-10.0 && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        ComparedWith = "Stages that files are only copied from are left alone, because their layers are thrown away. Removing '/var/cache/zypp' counts, and so does a mount over it.",
    };
}
