using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>microdnf or tdnf installs and leaves its downloads in the layer.</summary>
internal sealed class MicrodnfCleanMissing() : PackageCacheRule("HB1121", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private static readonly string[] Folders = ["/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum", "/var/cache/tdnf"];

    protected override bool Fills(PackageRun run, PackageCommand package) =>
        package is { Program: "microdnf" or "tdnf", Action: PackageAction.Install or PackageAction.Upgrade };

    protected override bool Cleans(Invocation invocation) =>
        IsCleanAll(invocation) || Array.Exists(Folders, folder => RemovedFiles.Include(invocation, folder));

    protected override bool IsMounted(PackageRun run) => run.HasMountOver(Folders);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(MicrodnfCleanMissing),
        Title = "microdnf or tdnf leaves its downloads in the image",
        MessageFormat = "'{0}' leaves its downloads in the layer; add 'clean all' of the same program at the end of the same RUN",
        Rationale = "The downloaded packages and lists stay in the layer and make the image larger for every pull. Removing them in a later RUN does not help: the layer with them is still part of the image.",
        WhenToIgnore = "When the image is squashed afterwards, or it is only used to build others.",
        CatalogueSlugs = ["microdnf-clean-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3040", "trivy:DS-0027"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf [|install|] -y icu\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf install -y icu && tdnf clean all\nUSER $APP_UID\n")],
        ComparedWith = "Stages that files are only copied from are left alone, because their layers are thrown away. tdnf, the package manager of the Azure Linux images of .NET, counts as microdnf.",
    };
}
