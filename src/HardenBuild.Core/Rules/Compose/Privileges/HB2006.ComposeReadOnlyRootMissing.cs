using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>Containers whose root file system is writable.</summary>
internal sealed class ComposeReadOnlyRootMissing() : ContainerGapRule("HB2006", RuleSeverity.None, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeReadOnlyRootMissing),
        Title = "A container can change its own programs",
        MessageFormat = "The root file system is writable for {0}, so an attacker can replace programs and leave tools behind; set 'read_only: true' and mount 'tmpfs: [/tmp]' for what must be written",
        Rationale = """
            With a read-only root file system an attacker inside the container can neither change the application nor keep downloaded tools.
            ASP.NET Core runs well that way: give it a tmpfs at /tmp for uploads and diagnostics, or set DOTNET_EnableDiagnostics=0.
            """,
        WhenToIgnore = "Databases and images that write all over their file system cannot run this way; suppress the finding at the service.",
        CatalogueSlugs = ["compose-read-only-root-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.13"), RuleReference.DevSec("docker-5.12"), RuleReference.Cwe(732), RuleReference.OwaspDocker("D09")],
        Aliases = ["semgrep:writable-filesystem-service"],
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1.2\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    read_only: true\n    tmpfs: [/tmp]\n")],
    };

    protected override bool IsLacking(ContainerOptions container) => container.ReadOnlyRoot is null && container.IsKnown(ContainerSettings.ReadOnlyRoot);

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.ReadOnlyRoot is { Value: false } isReadOnly)
            yield return Report(isReadOnly.Location, $"{container.Noun} '{container.Name.Value}'");
    }
}
