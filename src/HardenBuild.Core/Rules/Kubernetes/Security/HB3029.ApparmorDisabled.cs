using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>AppArmor is switched off.</summary>
internal sealed class ApparmorDisabled() : WorkloadRule("HB3029", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Pod.IsLinux ? workload.Containers : [])
        {
            var profile = container.Security.AppArmorProfile;
            if (workload.Pod.IsViolation(PodSecurityControl.AppArmor, profile) && !IsMisspelled(profile.Known!.Value.Value) && !container.Security.IsPrivileged)
                yield return ReportContainer(workload, container, profile.Known!.Value.Location, container.DisplayName, profile.Known!.Value.Value);
        }
    }

    // The API refuses such a value before any container could run without a profile.
    private static bool IsMisspelled(string type) =>
        type.Length == 0
        || type.Equals("RuntimeDefault", StringComparison.OrdinalIgnoreCase)
        || type.Equals("Localhost", StringComparison.OrdinalIgnoreCase);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApparmorDisabled),
        Title = "AppArmor is switched off",
        MessageFormat =
            "AppArmor profile '{1}' leaves container '{0}' without the limits that the runtime sets on every other container; use "
            + "'RuntimeDefault'",
        Rationale =
            "On nodes with AppArmor the runtime confines containers by default: it keeps them from mounting and from writing to "
            + "sensitive places below /proc and /sys. Only an explicit 'Unconfined', or an annotation that names no profile, takes "
            + "that away.",
        WhenToIgnore = "When the container mounts file systems by design and no profile of your own allows it.",
        CatalogueSlugs = ["apparmor-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(693),
            RuleReference.PodSecurity("baseline", "AppArmor"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0002", "kubeaudit:AppArmorDisabled", "kubeaudit:AppArmorBadValue", "kubesec:ApparmorUnconfined", "kubesec:ApparmorAny"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            appArmorProfile:
                              type: [|Unconfined|]

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            appArmorProfile:
                              type: RuntimeDefault

                """),
        ],
    };
}
