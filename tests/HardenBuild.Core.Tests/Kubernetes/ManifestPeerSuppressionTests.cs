using HardenBuild.Configuration.Annotations;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Comments, annotations and labels to other tools in manifests.</summary>
public sealed class ManifestPeerSuppressionTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop%object%}
        spec:
          template:
            metadata: {name: x%pod%}
            spec:
              containers:
              - name: web
                image: web:1.0
                securityContext: {privileged: true}
              - name: side
                image: side:1.0
                securityContext: {capabilities: {add: [NET_ADMIN, SYS_TIME]}}
              volumes:
              - name: sock
                hostPath: {path: /etc}

        """;

    private static readonly string[] s_rules = ["HB3001", "HB3015", "HB3042"];
    private static readonly string[] s_all = ["HB3001@11", "HB3015@14", "HB3015@14", "HB3042@17"];

    [Fact]
    public void Everything_is_reported_without_a_suppression() => Assert.Equal(s_all, ManifestScan.Reported(ManifestScan.Run(Text(), s_rules)));

    [Theory]
    [InlineData("ignore-check.kube-linter.io/privileged-container: it drives devices", "HB3001@11", "it drives devices")]
    [InlineData("\"ignore-check.kube-linter.io/privileged-container\": ''", "HB3001@11", "")]
    [InlineData("kube-linter.io/ignore-all: generated", "HB3001@11 HB3042@17", "generated")]
    [InlineData("kube-score/ignore: 'container-image-tag, container-security-context-privileged'", "HB3001@11", "")]
    [InlineData("kube-score/ignore: '*'", "HB3001@11", "")]
    [InlineData("kube-score/skip: 'true'", "HB3001@11", "")]
    [InlineData("polaris.fairwinds.com/runAsPrivileged-exempt: 'True'", "HB3001@11", "")]
    [InlineData("polaris.fairwinds.com/exempt: 'true'", "HB3001@11 HB3042@17", "")]
    [InlineData("checkov.io/skip1: CKV_K8S_16=drives = devices", "HB3001@11", "drives = devices")]
    [InlineData("bridgecrew.io/skip#7: 'CKV_K8S_16'", "HB3001@11", "")]
    [InlineData("cortex.io/skip: ' CKV_K8S_16 = x'", "HB3001@11", "x")]
    public void Annotations_of_the_object_silence_what_the_other_tool_would_say(string annotation, string silenced, string reason)
    {
        var findings = ManifestScan.Run(Text(objectFields: ", annotations: {" + annotation + "}"), s_rules);

        Assert.Equal(silenced.Split(' '), ManifestScan.Silenced(findings));
        Assert.Equal(s_all.Length - silenced.Split(' ').Length, ManifestScan.Reported(findings).Count());
        Assert.All(findings.Where(static finding => finding.IsSuppressed), finding => Assert.Equal(reason, finding.SuppressedBy));
    }

    [Theory]
    [InlineData("kube-score/ignore: container-security-context-privileged", "HB3001@11")]
    [InlineData("checkov.io/skip1: CKV_K8S_16=x", "HB3001@11")]
    [InlineData("ignore-check.kube-linter.io/privileged-container: x", "")]
    [InlineData("polaris.fairwinds.com/runAsPrivileged-exempt: 'true'", "")]
    public void Annotations_of_the_pods_count_where_the_other_tool_reads_them(string annotation, string silenced) => Assert.Equal(
        silenced.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ManifestScan.Silenced(ManifestScan.Run(Text(podFields: ", annotations: {" + annotation + "}"), s_rules)));

    [Theory]
    [InlineData("container.kubeaudit.io/web.allow-privileged: Devices", "HB3001@11", "Devices")]
    [InlineData("container.audit.kubernetes.io/web.allow-privileged: 'true'", "HB3001@11", "")]
    [InlineData("kubeaudit.io/allow-privileged: ''", "HB3001@11", "")]
    [InlineData("audit.kubernetes.io/pod.allow-privileged: ''", "HB3001@11", "")]
    [InlineData("audit.kubernetes.io/pod.allow-capability-sys-time: Clock", "HB3015@14", "Clock")]
    [InlineData("container.audit.kubernetes.io/side.allow-capability-net-admin: ''", "HB3015@14", "")]
    public void Labels_silence_what_kubeaudit_would_say(string label, string silenced, string reason)
    {
        foreach (var text in new[] { Text(podFields: ", labels: {" + label + "}"), Text(objectFields: ", labels: {" + label + "}") })
        {
            var findings = ManifestScan.Run(text, s_rules);

            Assert.Equal([silenced], ManifestScan.Silenced(findings));
            Assert.Equal(s_all.Length - 1, ManifestScan.Reported(findings).Count());
            Assert.Equal(reason, Assert.Single(findings, static finding => finding.IsSuppressed).SuppressedBy);
        }
    }

    [Theory]
    [InlineData("container.kubeaudit.io/side.allow-run-as-root: ''")]
    [InlineData("container.kubeaudit.io/web.allow-capability-sys-time: ''")]
    [InlineData("kubeaudit.io/allow-capability-chown: ''")]
    [InlineData("kubeaudit.io/allow-everything: ''")]
    [InlineData("app: shop")]
    public void Labels_about_something_else_silence_nothing(string label) =>
        Assert.Equal(s_all, ManifestScan.Reported(ManifestScan.Run(Text(podFields: ", labels: {" + label + "}"), s_rules)));

    [Theory]
    [InlineData("kubeaudit.io/allow-host-path-mount-sock: ''", "side", "name: sock | {name: sock, mountPath: /s}")]
    [InlineData("container.kubeaudit.io/web.allow-host-path-mount-sock: ''", "web", "name: sock | {name: sock, mountPath: /s}")]
    [InlineData("container.kubeaudit.io/web.allow-host-path-mount-sock: ''", "side", "")]
    [InlineData("kubeaudit.io/allow-host-path-mount-other: ''", "web", "")]
    public void A_volume_is_silenced_unless_another_container_mounts_it(string label, string mountedBy, string subjects)
    {
        var file = YamlFile.Parse(SourceText.From("a.yaml", Text(podFields: ", labels: {" + label + "}")
            .Replace("image: " + mountedBy, "volumeMounts: [{name: sock, mountPath: /s}]\n        image: " + mountedBy, StringComparison.Ordinal)));
        var workload = Assert.Single(ManifestReader.Read(file, RuleOptions.Defaults).Workloads);

        var annotation = Assert.Single(new KubeauditLabels().Read(new AnnotatedObject(workload.Object, workload)));

        Assert.Equal(["SensitivePathsMounted"], annotation.Checks);
        Assert.Equal(subjects, string.Join(" | ", annotation.Subjects.Select(span => file.Source.Substring(span).Split('\n')[0])));
    }

    [Theory]
    // Checkov: the object around the comment.
    [InlineData("#checkov:skip=CKV_K8S_16:devices", 8, "HB3001@11")]
    [InlineData("# bridgecrew:skip=CKV_K8S_16", 1, "HB3001@11")]
    [InlineData("# cortex:skip=CKV_K8S_16", 0, "HB3001@11")]
    // Trivy: the block below.
    [InlineData("#trivy:ignore:KSV-0017", 6, "HB3001@11")]
    [InlineData("# trivy:ignore:AVD-KSV-0017", 0, "HB3001@11")]
    [InlineData("# trivy:ignore:KSV017 devices", 8, "HB3001@11")]
    // KICS: the file from its head, a block, a line.
    [InlineData("# kics-scan ignore", 0, "HB3001@11")]
    [InlineData("# kics-scan disable=dd29336b-fe57-445b-a26e-e6aa867ae609", 0, "HB3001@11")]
    [InlineData("# kics-scan ignore-block", 6, "HB3001@11")]
    [InlineData("# kics-scan ignore-line", 9, "HB3001@11")]
    public void Comments_silence_what_the_other_tool_would_say(string comment, int above, string silenced)
    {
        var findings = ManifestScan.Run(With(Pod, above, comment), ["HB3001"]);

        Assert.Equal([silenced], ManifestScan.Silenced(findings));
        Assert.Empty(ManifestScan.Reported(findings));
    }

    [Theory]
    [InlineData("#trivy:ignore:KSV-0017", 5)]
    [InlineData("#trivy:ignore:KSV-0014", 7)]
    [InlineData("# kics-scan ignore", 3)]
    [InlineData("# kics-scan ignore-line", 9)]
    [InlineData("# kics-scan ignore-block", 5)]
    [InlineData("# kics-scan disable=02323c00-cdc3-4fdc-a310-4f2b3e7a1660", 0)]
    [InlineData("# checkov:skip=CKV_K8S_20", 3)]
    // Comments to tools that do not look at manifests.
    [InlineData("# hadolint ignore=DL3002", 0)]
    [InlineData("# nosemgrep", 10)]
    public void Comments_reach_no_further(string comment, int above)
    {
        var text = With(Pod.Replace("  containers:", "  hostPID: false\n  containers:", StringComparison.Ordinal), above, comment);

        Assert.Contains("HB3001@12", ManifestScan.Reported(ManifestScan.Run(text, ["HB3001"])));
    }

    [Fact]
    public void A_comment_to_trivy_behind_the_first_line_of_a_block_silences_the_block()
    {
        var text = Pod.Replace("- name: web", "- name: web #trivy:ignore:KSV-0017", StringComparison.Ordinal);

        Assert.Equal(["HB3001@10"], ManifestScan.Silenced(ManifestScan.Run(text, ["HB3001"])));
    }

    [Fact]
    public void A_comment_to_checkov_silences_its_own_object_only()
    {
        var text = Pod + "---\n#\n" + Pod.Replace("kind: Pod\n", "kind: Pod\n# checkov:skip=CKV_K8S_16:second\n", StringComparison.Ordinal) + "---\n" + Pod;

        Assert.Equal(["HB3001@23"], ManifestScan.Silenced(ManifestScan.Run(text, ["HB3001"])));
        Assert.Equal(["HB3001@10", "HB3001@34"], ManifestScan.Reported(ManifestScan.Run(text, ["HB3001"])));
    }

    [Fact]
    public void Unused_ones_are_reported_once_a_tool_and_no_louder_than_a_suggestion()
    {
        var text = Text(objectFields: ", annotations: {ignore-check.kube-linter.io/host-network: a, ignore-check.kube-linter.io/host-pid: b, polaris.fairwinds.com/hostPIDSet-exempt: 'true'}");
        var findings = ManifestScan.Run(text, ["HB3020", "HB3021"], "dotnet_diagnostic.HB0005.severity = error\n");

        Assert.Equal(["HB0005@3", "HB0005@3"], ManifestScan.Reported(findings));
        Assert.All(findings, static finding => Assert.Equal(RuleSeverity.Suggestion, finding.Severity));
        Assert.Equal("Nothing here is reported as 'ignore-check.kube-linter.io/host-network', so the suppression has no effect; remove it unless kube-linter still needs it", findings[0].Finding.Message);
        Assert.Single(findings[0].Finding.Related);
    }

    [Theory]
    [InlineData("ignore-check.kube-linter.io/no-such-check: x")]
    [InlineData("kube-linter.io/ignore-all: x")]
    [InlineData("polaris.fairwinds.com/exempt: 'true'")]
    [InlineData("polaris.fairwinds.com/hostPIDSet-exempt: 'false'")]
    [InlineData("kube-score/enable: container-security-context-privileged")]
    [InlineData("checkov.io/skip1: CKV_AWS_1=x")]
    public void What_says_nothing_about_our_rules_is_never_called_unused(string annotation) => Assert.Empty(
        ManifestScan.Reported(ManifestScan.Run(Text(objectFields: ", annotations: {" + annotation + "}"), ["HB3021"])));

    [Theory]
    [InlineData("false", 1)]
    [InlineData("trivy", 1)]
    [InlineData("polaris, Kube-Linter", 0)]
    public void The_configuration_chooses_the_tools(string choice, int reported) => Assert.Equal(
        reported,
        ManifestScan.Reported(ManifestScan.Run(Text(objectFields: ", annotations: {ignore-check.kube-linter.io/privileged-container: x}"), ["HB3001"], $"hardenbuild.peer_suppressions = {choice}\n")).Count());

    [Fact]
    public void What_must_not_be_suppressed_stays() => Assert.Equal(
        ["HB3001@11"],
        ManifestScan.Reported(ManifestScan.Run(Text(podFields: ", labels: {kubeaudit.io/allow-privileged: ''}"), ["HB3001"], "hardenbuild.unsuppressible = HB3001\n")));

    [Theory]
    [InlineData("annotations: {ignore-check.kube-linter.io/privileged-container: ''}", "write it as the value of the annotation")]
    [InlineData("annotations: {polaris.fairwinds.com/runAsPrivileged-exempt: 'true'}", "give it in a comment 'hardenbuild:disable=HB3001 -- reason' instead")]
    [InlineData("labels: {kubeaudit.io/allow-privileged: 'true'}", "write it as the value of the label")]
    [InlineData("annotations: {checkov.io/skip1: CKV_K8S_16}", "add '=reason' behind the check")]
    public void A_reason_is_asked_for_in_the_form_that_the_tool_has(string field, string form)
    {
        var findings = ManifestScan.Run(Text(objectFields: ", " + field), ["HB3001"], "hardenbuild.require_suppression_reason = true\n");

        Assert.EndsWith(form, Assert.Single(findings, static finding => finding.Finding.Rule.Id == "HB0006").Finding.Message, StringComparison.Ordinal);
    }

    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n  - name: web\n    image: web:1.0\n    securityContext:\n      privileged: true\n";

    private static string Text(string objectFields = "", string podFields = "") =>
        Deployment.Replace("%object%", objectFields, StringComparison.Ordinal).Replace("%pod%", podFields, StringComparison.Ordinal);

    private static string With(string text, int above, string line)
    {
        var lines = text.Split('\n').ToList();
        lines.Insert(above, line);
        return string.Join('\n', lines);
    }
}
