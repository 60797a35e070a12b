using HardenBuild.Configuration;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>What manifests are judged by when somebody says which clusters they are for.</summary>
public sealed class ClusterTargetTests
{
    [Theory]
    [InlineData("1.34", 34)]
    [InlineData("v1.34", 34)]
    [InlineData(" V1.9.0 ", 9)]
    [InlineData("1.31.2", 31)]
    [InlineData("1.31+", 31)]
    [InlineData("v1.31.1-gke.200", 31)]
    [InlineData("1.31.1+k3s1", 31)]
    public void Reads_the_versions_that_people_write(string text, int minor) => Assert.Equal(new KubernetesVersion(minor), KubernetesVersion.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("2.0")]
    [InlineData("134")]
    [InlineData("1.34.")]
    [InlineData("1.34.x")]
    [InlineData("1.34 or later")]
    [InlineData("1.-3")]
    [InlineData("1.99999999999")]
    public void Refuses_what_is_no_version(string text) => Assert.Null(KubernetesVersion.Parse(text));

    [Theory]
    [InlineData("1.24", "")]
    [InlineData("1.25", "HB3156@1")]
    [InlineData("1.99", "HB3156@1")]
    public void An_api_is_removed_from_its_version_on(string version, string reported)
    {
        const string CronJob = "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n";

        AssertReported(reported, ManifestScan.Run(CronJob, ["HB3156"], cluster: Version(version)));
        AssertReported(reported, ManifestScan.Run(CronJob, ["HB3156"], $"hardenbuild.kube_version = {version}\n"));
        AssertReported(reported, ManifestScan.Run(CronJob, ["HB3156"], $"hardenbuild.hb3156.kube_version = {version}\n"));
        AssertReported("HB3156@1", ManifestScan.Run(CronJob, ["HB3156"]));
    }

    [Theory]
    [InlineData("1.28", "HB3036@7")]
    [InlineData("1.29", "")]
    public void A_kernel_setting_is_safe_from_its_version_on(string version, string reported)
    {
        var pod = Manifests.Pod("securityContext:\n  sysctls: [{name: net.ipv4.tcp_keepalive_time, value: '9'}]\n");

        AssertReported(reported, ManifestScan.Run(pod, ["HB3036"], cluster: Version(version)));
    }

    [Theory]
    [InlineData("HB3028", "seccomp.security.alpha.kubernetes.io/pod", 26)]
    [InlineData("HB3032", "container.apparmor.security.beta.kubernetes.io/web", 29)]
    public void An_annotation_is_left_alone_while_clusters_read_nothing_else(string id, string key, int last)
    {
        var pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations: {" + key + ": runtime/default}\nspec:\n  containers: [{name: web, image: a}]\n";

        AssertReported("", ManifestScan.Run(pod, [id], cluster: new ClusterTarget(null, new KubernetesVersion(last))));
        AssertReported(id + "@4", ManifestScan.Run(pod, [id], cluster: new ClusterTarget(null, new KubernetesVersion(last + 1))));
    }

    [Fact]
    public void Hosts_in_probes_are_reported_whatever_the_standards_of_the_cluster_say() => AssertReported(
        "HB4002@11",
        ManifestScan.Run(Manifests.Container("livenessProbe:\n  httpGet:\n    host: example.com\n"), ["HB4002"], cluster: Version("1.30")));

    [Theory]
    [InlineData("privileged", "")]
    [InlineData("baseline", "HB4016@4")]
    [InlineData("restricted", "HB4016@4")]
    public void Every_pod_must_meet_the_target_level(string word, string reported)
    {
        var pod = Manifests.Pod("hostPID: true\ncontainers:\n  - name: web\n    image: a\n");

        AssertReported(reported, ManifestScan.Run(pod, ["HB4016"], cluster: new ClusterTarget(PodSecurityLevels.Parse(word), null)));
        AssertReported(reported, ManifestScan.Run(pod, ["HB4016"], $"hardenbuild.target_level = {word}\n"));
        AssertReported(reported, ManifestScan.Run(pod, ["HB4016"], $"hardenbuild.HB4016.target_level = {word.ToUpperInvariant()}\n"));
    }

    [Fact]
    public void The_caller_wins_over_the_configuration()
    {
        var pod = Manifests.Pod("hostPID: true\n");
        var none = new ClusterTarget(PodSecurityLevel.Privileged, null);

        AssertReported("", ManifestScan.Run(pod, ["HB4016"], "hardenbuild.target_level = restricted\nhardenbuild.hb4016.target_level = baseline\n", cluster: none));
    }

    [Theory]
    // The label asks for more than the cluster knows: it does what it can.
    [InlineData("latest", "1.33", "")]
    [InlineData("v1.34", "1.33", "")]
    [InlineData("v1.34", "1.34", "restricted:v1.34")]
    [InlineData("v1.33", "1.34", "")]
    [InlineData("latest", "1.34", "restricted:latest")]
    public void A_namespace_asks_for_what_its_cluster_knows(string label, string version, string asked)
    {
        var text = $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {{pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: {label}}}\n---\n"
            + Manifests.Pod("securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}\ncontainers:\n  - name: web\n    image: a\n    livenessProbe: {httpGet: {host: example.com}}\n    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}\n")
                .Replace("  name: shop\n", "  name: shop\n  namespace: shop\n", StringComparison.Ordinal);

        var findings = ManifestScan.Run(text, ["HB4016"], cluster: Version(version));

        Assert.Equal(asked.Length > 0, findings.Count > 0);
        Assert.All(findings, finding => Assert.Contains($"\"{asked}\"", finding.Finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hardenbuild.target_level = strict", "'strict' is not a level of the Pod Security Standards and is ignored; use privileged, baseline or restricted")]
    [InlineData("hardenbuild.kube_version = newest", "'newest' is not a version of Kubernetes and is ignored; write one such as 1.34")]
    [InlineData("hardenbuild.hb3156.kube_version = 34", "'34' is not a version of Kubernetes and is ignored; write one such as 1.34")]
    [InlineData("hardenbuild.target_level = Restricted", null)]
    [InlineData("hardenbuild.target_level =", null)]
    [InlineData("hardenbuild.kube_version = v1.30.2", null)]
    public void A_setting_that_means_nothing_is_reported_where_it_stands(string line, string? message)
    {
        var configuration = EditorConfigSet.Create([("/repository", SourceText.From(".editorconfig", "[*]\n" + line + "\n"))]);

        Assert.Equal(message, new ConfigurationCheck(new RuleIndex(RuleCatalog.All)).Check(configuration).SingleOrDefault()?.Message);
    }

    private static ClusterTarget Version(string text) => new(null, KubernetesVersion.Parse(text));

    private static void AssertReported(string expected, IEnumerable<ReportedFinding> findings) =>
        Assert.Equal(expected, string.Join(' ', ManifestScan.Reported(findings)));
}
