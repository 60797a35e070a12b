using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>dnf installs and leaves its downloads in the layer.</summary>
internal sealed class DnfCleanMissing() : PackageCacheRule("HB1120", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private static readonly string[] Folders = ["/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum", "/var/cache/tdnf"];

    protected override bool Fills(PackageRun run, PackageCommand package) =>
        package is { Program: "dnf" or "dnf5", Action: PackageAction.Install or PackageAction.Upgrade };

    protected override bool Cleans(Invocation invocation) =>
        IsCleanAll(invocation) || Array.Exists(Folders, folder => RemovedFiles.Include(invocation, folder));

    protected override bool IsMounted(PackageRun run) => run.HasMountOver(Folders) || run.HasMount(target => target?.EndsWith("/.cache/libdnf5", StringComparison.Ordinal) == true);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DnfCleanMissing),
        Title = "dnf leaves its downloads in the image",
        MessageFormat = "'{0}' leaves its downloads in the layer; add '&& dnf clean all' at the end of the same RUN",
        Rationale = "The downloaded packages and lists stay in the layer and make the image larger for every pull. Removing them in a later RUN does not help: the layer with them is still part of the image.",
        WhenToIgnore = "When the image is squashed afterwards, or it is only used to build others.",
        CatalogueSlugs = ["dnf-clean-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3040", "trivy:DS-0019", "kics:missing_dnf_clean_all", "semgrep:missing-dnf-clean-all"],
        Violations = [new("Dockerfile", "FROM fedora:43\nRUN dnf [|install|] -y aspnetcore-runtime-10.0\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM fedora:43\nRUN dnf install -y aspnetcore-runtime-10.0 && dnf clean all\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        ComparedWith = "Stages that files are only copied from are left alone, because their layers are thrown away. Removing the folders of the cache counts, and so does a mount over them. microdnf and tdnf have a rule of their own, HB1121.",
    };
}
