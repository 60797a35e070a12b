using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>Fields of one operating system in a pod of the other.</summary>
internal sealed class WindowsPodWithLinuxOnlyField() : WorkloadRule("HB3037", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Pod.OperatingSystem.Known is not { } system)
            return [];
        var fields = OperatingSystemFields.RefusedBy(workload.Pod, system.Value);
        if (fields.Count == 0)
            return [];
        return
        [
            ReportPod(workload, fields[0].Location, fields[0].Value, system.Value) with
            {
                Related = RepeatedPlaces.AfterFirst(fields.Select(static field => field.Location), "Refused as well"),
            },
        ];
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WindowsPodWithLinuxOnlyField),
        Title = "Pod has fields of another operating system",
        MessageFormat =
            "Kubernetes refuses the pod, because 'os.name' is '{1}' and '{0}' is a field of the other system; remove the field or "
            + "correct 'os.name'",
        Rationale =
            "Once 'spec.os.name' says which system a pod is for, the API server validates the other fields against it: what Linux "
            + "alone knows, such as 'runAsUser', 'capabilities' or 'seccompProfile', is an error in a Windows pod, and "
            + "'windowsOptions' is one in a Linux pod.",
        WhenToIgnore = "Never: a cluster of version 1.25 or later does not accept such a pod.",
        CatalogueSlugs = ["windows-pod-with-linux-only-field"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
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
                      os:
                        name: windows
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            [|allowPrivilegeEscalation|]: false

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
                      os:
                        name: windows
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            runAsNonRoot: true

                """),
        ],
    };
}
