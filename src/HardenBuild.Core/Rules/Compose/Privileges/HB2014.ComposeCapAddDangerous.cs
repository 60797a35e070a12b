using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>A capability that leads out of the container or into its neighbours.</summary>
internal sealed class ComposeCapAddDangerous() : ContainerOptionsRule("HB2014", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeCapAddDangerous),
        Title = "A container is given a dangerous capability",
        MessageFormat = "Capability '{0}' lets {1} '{2}' {3}; remove it, or find the narrower capability or device that is needed",
        Rationale = """
            Capabilities are the parts that the power of root is divided into. Some of them are as good as the whole:
            with SYS_ADMIN, SYS_MODULE or ALL an attacker in the container can become root on the host. Others let it watch other
            processes, change the network or read any file. ALL, SYS_ADMIN and SYS_MODULE are errors, the others are warnings.
            """,
        WhenToIgnore = "VPN gateways need NET_ADMIN and profilers need SYS_PTRACE. Suppress the finding at the line with a reason. SYS_PTRACE in files of a debugger is not reported.",
        CatalogueSlugs = ["compose-cap-add-dangerous", "docker-run-insecure-flags", "devcontainer-capability-added", "github-container-options-insecure", "azure-container-options-insecure", "quadlet-isolation-weakened"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.4"), RuleReference.DevSec("docker-5.3"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Related = ["kics:check_cap_add_cap_drop"],
        ComparedWith = "KICS reports every added capability; this rule reports those that lead out of the container or into its neighbours.",
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    cap_add:\n      - [|SYS_ADMIN|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    cap_drop: [ALL]\n    cap_add: [NET_BIND_SERVICE]\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var added in container.AddedCapabilities)
        {
            var name = Capability.Normalize(added.Value);
            if (Power(name) is not { } power || (name == "SYS_PTRACE" && DevelopmentFile.IsForDebugger(added.Location.Source.Path)))
                continue;
            yield return Report(added.Location, added.Value, container.Noun, container.Name.Value, power) with
            {
                AtMost = name is "ALL" or "SYS_ADMIN" or "SYS_MODULE" ? RuleSeverity.Error : RuleSeverity.Warning,
            };
        }
    }

    private static string? Power(string capability) => capability switch
    {
        "ALL" => "do everything that root on the host can",
        "SYS_ADMIN" => "mount file systems and leave its namespaces",
        "SYS_MODULE" => "load code into the host's kernel",
        "SYS_PTRACE" => "read and change the memory of other processes",
        "SYS_RAWIO" => "write to the host's memory and devices",
        "NET_ADMIN" => "change network interfaces, routes and firewall rules",
        "NET_RAW" => "forge packets and intercept traffic of its network",
        "DAC_READ_SEARCH" => "read any file of the host",
        "BPF" => "load programs into the host's kernel",
        "SYS_BOOT" => "restart the host or replace its kernel",
        "SYS_TIME" => "change the host's clock",
        "MAC_ADMIN" => "change the host's mandatory access control",
        _ => null,
    };
}
