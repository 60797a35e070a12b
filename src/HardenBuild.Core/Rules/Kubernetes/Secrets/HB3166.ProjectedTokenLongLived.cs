using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>A token in a projected volume that lives long, or is good for the API server without need.</summary>
internal sealed class ProjectedTokenLongLived() : WorkloadRule("HB3166", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    private const long Day = 86400;

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var (volume, source) in PodVolumes.Projected(workload.Pod))
        {
            if (source.Find("serviceAccountToken") is not { } member || IsInjected(volume))
                continue;
            var token = new ManifestFields(member.Value.Resolve());
            if (token.IsUnknown)
                continue;
            if (token.Integer("expirationSeconds").Known is { Value: > Day } expiration)
                yield return ReportPod(workload, expiration.Location, NameOf(volume), $"is valid for {HoursOf(expiration.Value)} hours after it leaks", "set 'expirationSeconds: 3600'");
            else if (token.Text("audience").IsAbsent && IsForSomethingElse(token, workload.Pod))
                yield return ReportPod(workload, member.KeyLocation, NameOf(volume), "has no audience, so that whoever receives it can use it at the API server", "name the receiver as 'audience'");
        }
    }

    private static string NameOf(Volume volume) => volume.Name.Known?.Value ?? "";

    private static string HoursOf(long seconds) => (seconds / 3600).ToString(CultureInfo.InvariantCulture);

    /// <summary>The volume that admission adds to every pod, in objects read back from a cluster.</summary>
    private static bool IsInjected(Volume volume) => volume.Name.IsUnknown || volume.Name.Known is { } name && name.Value.StartsWith("kube-api-access-", StringComparison.Ordinal);

    /// <summary>Clients of the API server read the file 'token', of which the pod has one already where it says so.</summary>
    private static bool IsForSomethingElse(ManifestFields token, PodTemplate pod) =>
        token.Text("path").Known is { Value: not "token" } || new ManifestFields(pod.Spec).Boolean("automountServiceAccountToken").Is(true);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ProjectedTokenLongLived),
        Title = "Projected token lives long or is good for every receiver",
        MessageFormat = "The token in volume '{0}' {1}; {2}",
        Rationale =
            "The kubelet renews a projected token, so that a short life costs nothing and makes a copy worthless soon. An audience keeps a "
            + "service that is given the token from using it at the API server.",
        WhenToIgnore = "When the receiver cannot read a token again after it was renewed.",
        CatalogueSlugs = ["projected-token-long-lived"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(613), RuleReference.OwaspKubernetes("K06:2022")],
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
                      volumes:
                        - name: token
                          projected:
                            sources:
                              - serviceAccountToken:
                                  path: token
                                  expirationSeconds: [|604800|]

                """),
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      volumes:
                        - name: token
                          projected:
                            sources:
                              - [|serviceAccountToken|]:
                                  path: vault-token

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
                      volumes:
                        - name: token
                          projected:
                            sources:
                              - serviceAccountToken:
                                  path: vault-token
                                  audience: vault
                                  expirationSeconds: 3600

                """),
        ],
    };
}
