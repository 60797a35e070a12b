using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>What all rules about workloads have in common.</summary>
public sealed class WorkloadRuleTests
{
    /// <summary>Those that are on in one of the modes for every team; rules that are off by default may complain about anything.</summary>
    private static IEnumerable<Rule> SecurityRules => RuleCatalog.Workload.Where(rule =>
        rule.GetType().Namespace!.EndsWith(".Security", StringComparison.Ordinal) && (rule.DefaultSeverity != RuleSeverity.None || rule.HardenedSeverity != RuleSeverity.None));

    [Fact]
    public void Gap_of_several_containers_is_one_finding_with_related_places() => Verify<RootFilesystemWritable>(Manifests.Pod(
        "containers:\n- name: [|web|]\n- name: safe\n  securityContext: {readOnlyRootFilesystem: true}\n- name: {|#0:log|}\ninitContainers:\n- name: {|#1:migrate|}\n"));

    [Fact]
    public void Bad_values_of_several_containers_are_one_finding_each() => Verify<ContainerPrivileged>(Manifests.Pod(
        "containers:\n- name: web\n  securityContext: {privileged: [|true|]}\ninitContainers:\n- name: init\n  securityContext: {privileged: [|true|]}\nephemeralContainers:\n- name: debug\n  securityContext: {privileged: [|yes|]}\n"));

    [Fact]
    public void Value_that_two_containers_share_through_an_alias_is_reported_once() => Verify<ContainerPrivileged>(Manifests.Pod(
        "containers:\n- name: a\n  securityContext: &context\n    privileged: [|true|]\n- name: b\n  securityContext: *context\n"));

    [Fact]
    public void Value_that_two_containers_inherit_is_reported_once() => Verify<RunAsUserRoot>(Manifests.Pod(
        "securityContext: {runAsUser: [|0|]}\ncontainers:\n- name: a\n- name: b\n"));

    [Fact]
    public void Cron_jobs_are_workloads() => Verify<ContainerPrivileged>(Manifests.CronJob(
        "containers:\n- name: job\n  securityContext:\n    privileged: [|true|]\n"));

    [Fact]
    public void Json_manifests_are_read() => Verify<ContainerPrivileged>(
        """{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "web", "securityContext": {"privileged": [|true|]}}]}}""");

    [Fact]
    public void Objects_in_a_list_are_read() => Verify<ContainerPrivileged>(
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - securityContext:\n        privileged: [|true|]\n");

    [Fact]
    public void Broken_document_does_not_hide_the_next_one() => Verify<ContainerPrivileged>(
        "apiVersion: v1\nkind: Pod\nspec: {\n---\n" + Manifests.SecurityContext("privileged: [|true|]"));

    [Fact]
    public void Container_without_a_name_is_reported_at_its_first_key() => Verify<SeccompProfileMissing>(Manifests.Pod(
        "containers:\n- [|image|]: web:1.0\n"));

    [Theory]
    [InlineData("containers:")]
    [InlineData("containers: text")]
    [InlineData("containers: [text, 1, null, []]")]
    [InlineData("containers: {name: web}")]
    [InlineData("containers: {{ .Values.containers }}")]
    [InlineData("containers: []\nvolumes: text\nsecurityContext: [1]")]
    [InlineData("containers: []\nvolumes: [text, {hostPath: }, {hostPath: text}, {name: x}]")]
    public void Malformed_pods_break_no_rule(string fields)
    {
        foreach (var rule in RuleCatalog.Workload)
            Assert.DoesNotContain(RuleVerifier.Scan(rule, [("deployment.yaml", Manifests.Pod(fields))]), finding => finding.Rule.Id == "HB0007");
    }

    [Theory]
    [InlineData("containers: text")]
    [InlineData("containers: [text, 1, null, []]")]
    [InlineData("containers: {{ .Values.containers }}")]
    [InlineData("containers: []\nvolumes: text\nsecurityContext: [1]")]
    public void Malformed_pods_lack_no_security_setting(string fields)
    {
        foreach (var rule in SecurityRules)
            RuleVerifier.Verify(rule, ("deployment.yaml", Manifests.Pod(fields)));
    }

    [Theory]
    [InlineData("securityContext: {{ .Values.context }}\nvolumeMounts: {{ .Values.mounts }}")]
    [InlineData("securityContext: \"${CONTEXT}\"")]
    public void Placeholders_are_silent(string fields)
    {
        var text = Manifests.Container(fields);
        foreach (var rule in SecurityRules)
            Assert.Empty(RuleVerifier.Scan(rule, [("deployment.yaml", text)]));
    }

    [Theory]
    [InlineData("os: {name: windows}")]
    [InlineData("nodeSelector: {kubernetes.io/os: windows}")]
    [InlineData("nodeSelector: {beta.kubernetes.io/os: windows}")]
    [InlineData("os: {name: '{{ .Values.os }}'}")]
    public void Windows_pods_lack_nothing_that_only_Linux_has(string fields)
    {
        var text = Manifests.PodWithContainer(fields + "\nsecurityContext: {runAsNonRoot: true}\n");
        foreach (var rule in SecurityRules)
            Assert.Empty(RuleVerifier.Scan(rule, [("deployment.yaml", text)]));
    }

    [Theory]
    [InlineData("privileged: true", "Pod/shop/container/web")]
    [InlineData("", null)]
    public void Logical_path_names_object_and_container(string fields, string? expected)
    {
        var findings = RuleVerifier.Scan(RuleCatalog.Workload[0], [("deployment.yaml", Manifests.SecurityContext(fields))]);

        Assert.Equal(expected, findings.SingleOrDefault()?.LogicalPath);
    }

    [Fact]
    public void Logical_path_of_an_inherited_value_is_the_workload() => Assert.Equal(
        "Pod/shop",
        Assert.Single(RuleVerifier.Scan(RuleCatalog.Workload.Single(rule => rule is RunAsUserRoot), [("deployment.yaml", Manifests.PodWithContainer("securityContext:\n  runAsUser: 0\n"))])).LogicalPath);

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("deployment.yaml", marked);
}
