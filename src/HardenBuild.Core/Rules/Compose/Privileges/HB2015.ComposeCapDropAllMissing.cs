using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>Containers that keep Docker's default capabilities.</summary>
internal sealed class ComposeCapDropAllMissing() : ContainerGapRule("HB2015", RuleSeverity.None, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeCapDropAllMissing),
        Title = "A container keeps the default capabilities",
        MessageFormat = "Docker's default capabilities, such as forging packets and changing file owners, are kept for {0}; set 'cap_drop: [ALL]' and add back what is needed",
        Rationale = """
            Docker leaves fourteen capabilities of root to every container. An ASP.NET Core application that listens on a port above 1023 needs none of them,
            and an attacker inside the container can use each of them, for example to forge packets with NET_RAW.
            """,
        WhenToIgnore = "Images whose entrypoint starts as root to change owners, as those of databases do, need CHOWN, SETUID and SETGID added back. Privileged containers are reported by their own rule instead.",
        CatalogueSlugs = ["compose-cap-drop-all-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.4"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Related = ["kics:container_capabilities_unrestricted"],
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1.2\n    cap_drop: [NET_RAW]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    cap_drop: [ALL]\n")],
    };

    protected override bool IsLacking(ContainerOptions container) =>
        container.IsKnown(ContainerSettings.CapabilitiesDropped)
        && container.IsKnown(ContainerSettings.Privileged)
        && container.Privileged is not { Value: true }
        && !container.DroppedCapabilities.Any(dropped => Capability.Normalize(dropped.Value) == "ALL");
}
