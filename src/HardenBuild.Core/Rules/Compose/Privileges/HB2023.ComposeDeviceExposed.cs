using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>A container that is given devices of the host.</summary>
internal sealed class ComposeDeviceExposed() : ContainerOptionsRule("HB2023", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDeviceExposed),
        Title = "A container is given a device of the host",
        MessageFormat = "'{0}' gives {1} '{2}' {3}; remove it, or name the one harmless device that is needed",
        Rationale = """
            A device bypasses the file system and its permissions: with a disk a container reads and writes every file of the host, with /dev/mem its memory.
            Disks, memory and rules for all block devices are errors; other devices are warnings, because what their drivers allow is hard to tell.
            Graphics, sound, cameras, serial ports, /dev/net/tun, /dev/fuse and devices named by CDI are not reported.
            """,
        WhenToIgnore = "Backup of whole disks and monitoring of their health need the device. Give it read-only (':r') and suppress the finding at the line with a reason.",
        CatalogueSlugs = ["compose-device-exposed"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.18"), RuleReference.DevSec("docker-5.17"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    devices:\n      - [|/dev/sda|]:/dev/sda\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    device_cgroup_rules:\n      - [|a *:* rwm|]\n"),
        ],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    devices:\n      - /dev/ttyUSB0:/dev/ttyUSB0\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var device in container.Devices)
        {
            if (HostDevice.KindOf(device.Value) is var kind && kind != HostDeviceKind.Harmless)
            {
                yield return kind switch
                {
                    HostDeviceKind.Disk => Report(device.Location, device.Value, container.Noun, container.Name.Value, "every file of a disk of the host"),
                    HostDeviceKind.Memory => Report(device.Location, device.Value, container.Noun, container.Name.Value, "the memory of the host"),
                    _ => Report(device.Location, device.Value, container.Noun, container.Name.Value, "direct access to hardware of the host") with { AtMost = RuleSeverity.Warning },
                };
            }
        }

        foreach (var rule in container.DeviceCgroupRules)
        {
            if (rule.Value.Split(' ') is [var type, "*:*" or "*", ..])
            {
                yield return Report(rule.Location, rule.Value, container.Noun, container.Name.Value, type == "c" ? "all character devices of the host" : "all disks of the host") with
                {
                    AtMost = type == "c" ? RuleSeverity.Warning : RuleSeverity.Error,
                };
            }
        }
    }
}
