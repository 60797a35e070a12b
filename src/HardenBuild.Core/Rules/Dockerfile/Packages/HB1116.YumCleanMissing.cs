using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>yum installs and leaves its downloads in the layer.</summary>
internal sealed class YumCleanMissing() : PackageCacheRule("HB1116", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override bool Fills(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Yum, Action: PackageAction.Install };

    protected override bool Cleans(Invocation invocation) =>
        IsCleanAll(invocation) || RemovedFiles.Include(invocation, "/var/cache/yum") || RemovedFiles.Include(invocation, "/var/cache/dnf");

    protected override bool IsMounted(PackageRun run) => run.HasMountOver("/var/cache/yum", "/var/cache/dnf");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(YumCleanMissing),
        Title = "yum leaves its downloads in the image",
        MessageFormat = "'{0}' leaves its downloads in the layer; add '&& yum clean all' at the end of the same RUN",
        Rationale = "The downloaded packages and lists stay in the layer and make the image larger for every pull. Removing them in a later RUN does not help: the layer with them is still part of the image.",
        WhenToIgnore = "When the image is squashed afterwards, or it is only used to build others.",
        CatalogueSlugs = ["yum-clean-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3032", "trivy:DS-0015", "kics:yum_clean_all_missing"],
        Violations = [new("Dockerfile", "FROM almalinux:9\nRUN yum [|install|] -y aspnetcore-runtime-10.0\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM almalinux:9\nRUN yum install -y aspnetcore-runtime-10.0 && yum clean all\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        ComparedWith = "Stages that files are only copied from are left alone, because their layers are thrown away. The clean-up must follow the last install; removing '/var/cache/yum' counts, and so does a cache mount over it.",
    };
}
