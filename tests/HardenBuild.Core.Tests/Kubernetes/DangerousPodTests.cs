using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Combinations of settings that give up the node, in every kind of workload.</summary>
public sealed class DangerousPodTests
{
    private const string Hardened = "allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}, readOnlyRootFilesystem: true";

    public static TheoryData<string, string, string> Combinations
    {
        get
        {
            (string Pod, string Ids)[] pods =
            [
                ("hostNetwork: true\nhostPID: true\nhostIPC: true\nvolumes: [{name: host, hostPath: {path: /}}]\ncontainers: [{name: a, securityContext: {privileged: true}}]", "HB3001 HB3020 HB3021 HB3022 HB3042 HB4016"),
                ($"hostPID: true\ncontainers: [{{name: a, securityContext: {{privileged: true, runAsNonRoot: true, readOnlyRootFilesystem: true}}}}]", "HB3001 HB3021 HB4016"),
                ("containers: [{name: a, securityContext: {privileged: true, runAsNonRoot: true, readOnlyRootFilesystem: true}}]", "HB3001 HB4016"),
                ($"volumes: [{{name: host, hostPath: {{path: /}}}}]\ncontainers: [{{name: a, securityContext: {{{Hardened}}}}}]", "HB3042 HB4016"),
                ($"hostPID: true\ncontainers: [{{name: a, securityContext: {{{Hardened}}}}}]", "HB3021 HB4016"),
                ($"hostNetwork: true\ncontainers: [{{name: a, securityContext: {{{Hardened}}}}}]", "HB3020 HB4016"),
                ($"hostIPC: true\ncontainers: [{{name: a, securityContext: {{{Hardened}}}}}]", "HB3022 HB4016"),
                ($"containers: [{{name: a, securityContext: {{{Hardened}}}}}]", ""),
            ];
            var data = new TheoryData<string, string, string>();
            foreach (var kind in WorkloadKinds.Names)
            {
                foreach (var (pod, ids) in pods)
                    data.Add(kind, pod, ids);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Each_danger_is_reported_and_refused_by_the_level_baseline(string kind, string pod, string ids)
    {
        var text = WorkloadKinds.Manifest(kind, pod + "\n")
            + "---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {pod-security.kubernetes.io/enforce: baseline}\n";
        var selection = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.Default, "/repository"), []);
        var reported = new TextScan(selection, useSuppressions: true)
            .Run([new InputText(SourceText.From("shop.yaml", text), InputFormat.Kubernetes)], TestContext.Current.CancellationToken)
            .Where(finding => finding.Severity >= RuleSeverity.Warning && IsAboutPodSecurity(finding.Finding.Rule))
            .Select(finding => finding.Finding.Rule.Id)
            .Order(StringComparer.Ordinal);

        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => id != "HB3005"), reported.Where(id => id != "HB3005"));
    }

    // Whether the root file system, tokens, limits and probes are right is not the subject.
    private static bool IsAboutPodSecurity(Rule rule) =>
        string.CompareOrdinal(rule.Id, "HB3039") <= 0 || rule.Id is "HB3041" or "HB3042" or "HB3044" or "HB4001" or "HB4002" or "HB4016";
}
