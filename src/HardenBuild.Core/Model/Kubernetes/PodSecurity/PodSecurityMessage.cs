namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>Violations in the words in which an admission controller refuses a pod, so that a search for one finds the other.</summary>
internal static class PodSecurityMessage
{
    /// <summary><c>violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "api" must set ...), ...</c>.</summary>
    public static string Compose(PodSecurityLevel level, PodSecurityVersion version, IEnumerable<PodSecurityViolation> violations) =>
        $"violates PodSecurity \"{PodSecurityLevels.Word(level)}:{version}\": {string.Join(", ", Controls(violations).Select(static control => $"{Title(control.Control)} ({Details(control.Violations)})"))}";

    /// <summary>One violation: <c>seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")</c>.</summary>
    public static string Describe(PodSecurityViolation violation) => $"{Title(violation.Control)} ({Detail(violation, [violation])})";

    // Missing values are only worth a word where no wrong one is set, because pods and containers may supply them.
    private static IEnumerable<(PodSecurityControl Control, List<PodSecurityViolation> Violations)> Controls(IEnumerable<PodSecurityViolation> violations)
    {
        foreach (var control in violations.GroupBy(static violation => violation.Control))
        {
            var all = control.ToList();
            if (control.Key is PodSecurityControl.RunAsNonRoot or PodSecurityControl.RestrictedSeccomp && all.Exists(static violation => !violation.IsAbsence))
                all.RemoveAll(static violation => violation.IsAbsence);
            yield return (control.Key, all);
        }
    }

    private static string Details(List<PodSecurityViolation> violations)
    {
        var details = new List<string>();
        foreach (var same in violations.GroupBy(static violation => (Key(violation), violation.Container is null)))
            details.Add(Detail(same.First(), [.. same]));
        return string.Join(violations[0].Control is PodSecurityControl.HostNamespaces or PodSecurityControl.Sysctls ? ", " : "; ", details);
    }

    // Ports, capabilities and volumes are listed after one verb; all else is said of the containers with the same value.
    private static string Key(PodSecurityViolation violation) => violation.Control switch
    {
        PodSecurityControl.HostPathVolumes or PodSecurityControl.HostPorts or PodSecurityControl.Capabilities => "",
        PodSecurityControl.RestrictedCapabilities => violation.Field,
        _ => Predicate(violation, [violation]),
    };

    private static string Detail(PodSecurityViolation first, List<PodSecurityViolation> same) => first.Control switch
    {
        PodSecurityControl.HostNamespaces or PodSecurityControl.Sysctls => Predicate(first, same),
        PodSecurityControl.HostPathVolumes => Names("volume", same.Select(static volume => volume.Field)),
        PodSecurityControl.VolumeTypes => $"{Names("volume", same.Select(static volume => volume.Field))} {(same.Count == 1 ? "uses" : "use")} {Predicate(first, same)}",
        PodSecurityControl.AppArmor when first.Field.Contains('/') => Predicate(first, same),
        _ when first.Container is null => "pod " + Predicate(first, same),
        _ => (MayStandOnPod(first) ? "pod or " : "") + Names("container", same.Select(static violation => violation.Container!.DisplayName).Distinct()) + " " + Predicate(first, same),
    };

    private static bool MayStandOnPod(PodSecurityViolation violation) =>
        violation is { IsAbsence: true, Control: PodSecurityControl.RunAsNonRoot or PodSecurityControl.RestrictedSeccomp };

    private static string Names(string noun, IEnumerable<string> names)
    {
        var quoted = names.Select(static name => $"\"{name}\"").ToList();
        return $"{noun}{(quoted.Count == 1 ? "" : "s")} {string.Join(", ", quoted)}";
    }

    private static string Predicate(PodSecurityViolation violation, List<PodSecurityViolation> same) => violation.Control switch
    {
        PodSecurityControl.AppArmor when violation.Field.Contains('/') => $"{violation.Field}=\"{violation.Value}\"",
        PodSecurityControl.HostNamespaces => violation.Field + "=true",
        PodSecurityControl.Sysctls => violation.Value!,
        PodSecurityControl.VolumeTypes => $"restricted volume type \"{violation.Value}\"",
        PodSecurityControl.HostPorts =>
            $"{(same.Select(static port => port.Container).Distinct().Count() == 1 ? "uses" : "use")} hostPort{(Values(same).Count == 1 ? "" : "s")} {string.Join(", ", Values(same))}",
        PodSecurityControl.HostProbes => $"sets {violation.Field} to \"{violation.Value}\"",
        PodSecurityControl.RestrictedCapabilities when violation.IsAbsence => "must set securityContext.capabilities.drop=[\"ALL\"]",
        PodSecurityControl.Capabilities or PodSecurityControl.RestrictedCapabilities =>
            $"must not include {string.Join(", ", Values(same).Select(static value => $"\"{value}\""))} in securityContext.capabilities.add",
        PodSecurityControl.PrivilegeEscalation => "must set securityContext.allowPrivilegeEscalation=false",
        PodSecurityControl.RunAsNonRoot when violation.IsAbsence => "must set securityContext.runAsNonRoot=true",
        PodSecurityControl.RunAsUser => "must not set runAsUser=0",
        PodSecurityControl.RestrictedSeccomp when violation.IsAbsence => "must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"",
        PodSecurityControl.PrivilegedContainers or PodSecurityControl.HostProcess or PodSecurityControl.RunAsNonRoot =>
            $"must not set securityContext.{violation.Field}={violation.Value}",
        _ => $"must not set securityContext.{violation.Field} to \"{violation.Value}\"",
    };

    private static List<string> Values(List<PodSecurityViolation> violations) => [.. violations.Select(static violation => violation.Value!).Distinct()];

    private static string Title(PodSecurityControl control) => control switch
    {
        PodSecurityControl.AppArmor => "forbidden AppArmor profile",
        PodSecurityControl.Capabilities => "non-default capabilities",
        PodSecurityControl.HostNamespaces => "host namespaces",
        PodSecurityControl.HostPathVolumes => "hostPath volumes",
        PodSecurityControl.HostPorts => "hostPort",
        PodSecurityControl.HostProbes => "probe or lifecycle host",
        PodSecurityControl.PrivilegedContainers => "privileged",
        PodSecurityControl.ProcMount => "procMount",
        PodSecurityControl.SelinuxOptions => "seLinuxOptions",
        PodSecurityControl.Sysctls => "forbidden sysctls",
        PodSecurityControl.HostProcess => "hostProcess",
        PodSecurityControl.PrivilegeEscalation => "allowPrivilegeEscalation != false",
        PodSecurityControl.RestrictedCapabilities => "unrestricted capabilities",
        PodSecurityControl.VolumeTypes => "restricted volume types",
        PodSecurityControl.RunAsNonRoot => "runAsNonRoot != true",
        PodSecurityControl.RunAsUser => "runAsUser=0",
        _ => "seccompProfile",
    };
}
