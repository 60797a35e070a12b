using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.PodSecurity;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.PodSecurity;

public sealed class WorkloadViolatesOwnNamespaceLevelTests
{
    private const string Baseline = "containers:\n- name: api\n";
    private const string Restricted =
        "containers:\n- name: api\n  securityContext: {runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}\n";

    [Theory]
    [MemberData(nameof(WorkloadKinds.Names), MemberType = typeof(WorkloadKinds))]
    public void Reports_every_kind_of_workload_at_its_name(string kind) => RuleVerifier.Verify<WorkloadViolatesOwnNamespaceLevel>(
        ("namespace.yaml", Namespace("enforce: restricted")),
        ("shop.yaml", Mark(WorkloadKinds.Manifest(kind, Baseline))));

    [Theory]
    [InlineData("enforce: restricted", Restricted)]
    [InlineData("enforce: baseline", Baseline)]
    [InlineData("enforce: privileged", "hostPID: true\n" + Baseline)]
    [InlineData("enforce: strict", "hostPID: true\n" + Baseline)]
    [InlineData("enforce: '{{ .Values.level }}'", Baseline)]
    [InlineData("enforce: restricted, pod-security.kubernetes.io/enforce-version: soon", Baseline)]
    [InlineData("enforce: baseline, pod-security.kubernetes.io/enforce-version: v1.33", "containers:\n- name: api\n  livenessProbe: {httpGet: {host: x}}\n")]
    [InlineData("enforce: restricted", "containers:\n- name: api\n  securityContext: {{ .Values.context }}\n")]
    [InlineData("enforce: restricted", "os: {name: windows}\nsecurityContext: {runAsNonRoot: true}\ncontainers:\n- name: api\n")]
    public void Accepts_pods_that_the_level_admits(string label, string spec) => RuleVerifier.Verify<WorkloadViolatesOwnNamespaceLevel>(
        ("namespace.yaml", Namespace(label)),
        ("shop.yaml", WorkloadKinds.Manifest("Deployment", spec)));

    [Fact]
    public void Namespace_elsewhere_says_nothing() => RuleVerifier.Verify<WorkloadViolatesOwnNamespaceLevel>(
        ("namespace.yaml", Namespace("enforce: restricted").Replace("name: shop", "name: other", StringComparison.Ordinal)),
        ("shop.yaml", WorkloadKinds.Manifest("Deployment", Baseline)),
        ("nowhere.yaml", Manifests.Pod(Baseline)));

    [Fact]
    public void Two_namespaces_that_are_equally_near_say_nothing() => RuleVerifier.Verify<WorkloadViolatesOwnNamespaceLevel>(
        ("a/namespace.yaml", Namespace("enforce: restricted")),
        ("b/namespace.yaml", Namespace("enforce: privileged")),
        ("shop.yaml", WorkloadKinds.Manifest("Deployment", Baseline)));

    [Fact]
    public void Target_level_holds_without_any_namespace() => RuleVerifier.Verify<WorkloadViolatesOwnNamespaceLevel>(
        (".editorconfig", "[*.yaml]\nhardenbuild.target_level = restricted\n"),
        ("shop.yaml", Mark(Manifests.Pod(Baseline))));

    [Fact]
    public void Message_is_that_of_the_admission_controller()
    {
        var finding = Assert.Single(Scan("enforce: restricted", Baseline));

        Assert.Equal(
            "Namespace 'shop' refuses the pods of 'Deployment/shop': violates PodSecurity \"restricted:latest\": "
            + "allowPrivilegeEscalation != false (container \"api\" must set securityContext.allowPrivilegeEscalation=false), "
            + "unrestricted capabilities (container \"api\" must set securityContext.capabilities.drop=[\"ALL\"]), "
            + "runAsNonRoot != true (pod or container \"api\" must set securityContext.runAsNonRoot=true), "
            + "seccompProfile (pod or container \"api\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")",
            finding.Finding.Message);
        Assert.Equal(RuleSeverity.Error, finding.Severity);
        Assert.Equal("Deployment/shop", finding.Finding.LogicalPath);
        Assert.Equal(5, finding.Finding.Related.Length);
        Assert.StartsWith("The namespace sets the level here", finding.Finding.Related[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hostNetwork: true\nhostPID: true\n" + Baseline, "host namespaces (hostNetwork=true, hostPID=true)")]
    [InlineData("containers:\n- {name: a, ports: [{hostPort: 80}]}\n- {name: b, ports: [{hostPort: 80}]}\n", "hostPort (containers \"a\", \"b\" use hostPort 80)")]
    [InlineData("containers:\n- {name: a, ports: [{hostPort: 80}, {hostPort: 81}]}\n", "hostPort (container \"a\" uses hostPorts 80, 81)")]
    [InlineData("volumes: [{name: v, hostPath: {path: /x}}, {name: w, hostPath: {path: /y}}]\n" + Baseline, "hostPath volumes (volumes \"v\", \"w\")")]
    [InlineData("containers:\n- {name: a, securityContext: {privileged: true}}\n", "privileged (container \"a\" must not set securityContext.privileged=true)")]
    [InlineData("containers:\n- {name: a, securityContext: {capabilities: {add: [SYS_ADMIN, BPF]}}}\n", "non-default capabilities (container \"a\" must not include \"SYS_ADMIN\", \"BPF\" in securityContext.capabilities.add)")]
    [InlineData("securityContext: {sysctls: [{name: kernel.msgmax}, {name: net.core.somaxconn}]}\n" + Baseline, "forbidden sysctls (kernel.msgmax, net.core.somaxconn)")]
    [InlineData("securityContext: {seccompProfile: {type: Unconfined}}\n" + Baseline, "seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")")]
    public void Controls_are_named_as_admission_names_them(string spec, string expected) =>
        Assert.EndsWith("\"baseline:v1.30\": " + expected, Assert.Single(Scan("enforce: baseline, pod-security.kubernetes.io/enforce-version: v1.30", spec)).Finding.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("warn: restricted", "Namespace 'shop' warns of", RuleSeverity.Warning)]
    [InlineData("audit: restricted", "Namespace 'shop' records", RuleSeverity.Warning)]
    [InlineData("enforce: baseline, pod-security.kubernetes.io/warn: restricted", "Namespace 'shop' warns of", RuleSeverity.Warning)]
    public void Levels_that_only_warn_are_warnings(string label, string start, RuleSeverity severity)
    {
        var finding = Assert.Single(Scan(label, Baseline));

        Assert.StartsWith(start, finding.Finding.Message, StringComparison.Ordinal);
        Assert.Equal(severity, finding.Severity);
    }

    [Fact]
    public void Level_that_refuses_speaks_before_the_one_that_warns() => Assert.Contains(
        "\"baseline:latest\"",
        Assert.Single(Scan("enforce: baseline, pod-security.kubernetes.io/warn: restricted", "hostPID: true\n" + Baseline)).Finding.Message,
        StringComparison.Ordinal);

    [Fact]
    public void Stricter_control_of_the_same_field_speaks_for_both()
    {
        var message = Assert.Single(Scan("enforce: restricted", "volumes: [{name: v, hostPath: {path: /x}}]\n" + Restricted)).Finding.Message;

        Assert.EndsWith("\"restricted:latest\": restricted volume types (volume \"v\" uses restricted volume type \"hostPath\")", message, StringComparison.Ordinal);
    }

    private static List<ReportedFinding> Scan(string label, string spec)
    {
        var rule = RuleCatalog.All.OfType<WorkloadViolatesOwnNamespaceLevel>().Single();
        var selection = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.Default, "/repository"), [rule.Id]);
        return new TextScan(selection, useSuppressions: true).Run(
            [
                new InputText(SourceText.From("namespace.yaml", Namespace(label)), InputFormat.Kubernetes),
                new InputText(SourceText.From("shop.yaml", WorkloadKinds.Manifest("Deployment", spec)), InputFormat.Kubernetes),
            ],
            TestContext.Current.CancellationToken);
    }

    private static string Namespace(string label) =>
        $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {{pod-security.kubernetes.io/{label}}}\n";

    private static string Mark(string text) => text.Replace("  name: shop\n", "  name: [|shop|]\n", StringComparison.Ordinal);
}
