using System.Text.Json;

namespace HardenBuild.Tool.Tests.Commands;

/// <summary>Files of manifests as people have them: lists, JSON, several documents, some of them broken or of kinds that nobody knows.</summary>
public sealed class ManifestFileTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  hostPID: true\n  containers: [{name: web, image: 'web:1.0'}]\n";

    [Theory]
    [InlineData("List")]
    [InlineData("PodList")]
    public void Objects_of_a_list_are_objects(string kind)
    {
        var items = string.Concat(Enumerable.Repeat("- " + Pod.TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal) + "\n", 2));

        Assert.Equal("HB3021@8 HB3021@14", Scan("a.yaml", $"apiVersion: v1\nkind: {kind}\nitems:\n{items}"));
    }

    [Fact]
    public void A_list_in_a_list_and_an_empty_one_are_read() => Assert.Equal(
        "HB3021@9",
        Scan("a.yaml", "apiVersion: v1\nkind: List\nitems: []\n---\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List, items:\n  [{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {hostPID: true, containers: [{name: a, image: a}]}}]}\n- 7\n- null\n- [x]\n"));

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.yaml")]
    public void Json_is_read_like_yaml(string name) => Assert.Equal(
        "HB3021@5",
        Scan(name, "{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Pod\",\n  \"metadata\": {\"name\": \"web\"},\n  \"spec\": {\"hostPID\": true, \"containers\": [{\"name\": \"web\", \"image\": \"web:1.0\"}]}\n}\n"));

    [Fact]
    public void A_json_list_is_a_list() => Assert.Equal(
        "HB3021@1",
        Scan("a.json", """{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"hostPID": true, "containers": []}}]}"""));

    [Theory]
    [InlineData("kind: [\n", 9)]
    [InlineData("spec:\n\tx: y\n", 9)]
    [InlineData("a: b: c\n", 8)]
    [InlineData("a: *nowhere\n", 8)]
    [InlineData("a: 'open\n", 8)]
    [InlineData("{\"a\": }}\n", 8)]
    public void A_broken_document_is_one_finding_with_its_place_and_the_others_stay(string broken, int line)
    {
        var found = Scan("a.yaml", Pod + "---\n" + broken + "---\n" + Pod + "---\n" + Pod).Split(' ');

        Assert.Equal(3, found.Count(static finding => finding.StartsWith("HB3021", StringComparison.Ordinal)));
        Assert.Equal("HB3021@5", found[0]);
        var error = Assert.Single(found, static finding => finding.StartsWith("HB0003", StringComparison.Ordinal));
        Assert.Equal($"HB0003@{line}", error);
    }

    [Fact]
    public void Several_broken_documents_are_several_findings()
    {
        var found = Scan("a.yaml", "kind: [\n---\n" + Pod + "---\nkind: [\n---\n" + Pod + "---\nkind: [\n").Split(' ');

        Assert.Equal(3, found.Count(static finding => finding.StartsWith("HB0003", StringComparison.Ordinal)));
        Assert.Equal(2, found.Count(static finding => finding.StartsWith("HB3021", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("---\n---\n# nothing\n---\n{}\n---\n~\n---\n")]
    [InlineData("%YAML 1.1\n---\n")]
    [InlineData("# only a comment\n---\n")]
    [InlineData("- apiVersion: v1\n- kind: Pod\n---\n")]
    [InlineData("just a text\n---\n")]
    [InlineData("apiVersion: v1\nkind: ~\nspec: {hostPID: true}\n---\n")]
    [InlineData("apiVersion: [v1]\nkind: {a: b}\n---\n")]
    public void Documents_that_are_no_objects_are_passed_over(string before)
    {
        var line = before.Count(static c => c == '\n') + 5;

        Assert.Equal($"HB3021@{line}", Scan("a.yaml", before + Pod));
    }

    [Theory]
    [InlineData("apiVersion: example.com/v1\nkind: Pod\nspec: {hostPID: true, containers: 7}\n")]
    [InlineData("apiVersion: example.com/v1\nkind: Widget\nmetadata: 7\nspec: [1, {a: b}]\nstatus: {x: ~}\n")]
    [InlineData("apiVersion: example.com/v1\nkind: WidgetList\nitems: {a: b}\n")]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: [a]\nspec: {template: {spec: text}}\n")]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: {a: b}, labels: x, annotations: [y], namespace: 7}\nspec: {template: {metadata: x, spec: {containers: {a: b}, initContainers: ~, volumes: x, securityContext: []}}}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  unknownField: {deep: [{er: ~}]}\n  containers: [~, 7, text, [x], {}, {name: ~}, {name: [x], image: {a: b}, securityContext: 7, ports: x, env: {a: b}, resources: [1], livenessProbe: text}]\n  volumes: [~, 7, {hostPath: x}, {name: ~}]\n")]
    [InlineData("apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nrules: x\naggregationRule: [1]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nroleRef: 7\nsubjects: {a: b}\n")]
    [InlineData("apiVersion: v1\nkind: Service\nspec: {ports: text, selector: [a], type: {a: b}}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec: {podSelector: x, ingress: 7, egress: {a: b}, policyTypes: text}\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nspec: {rules: 7, tls: x}\n")]
    [InlineData("apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\napiServer: {extraArgs: 7, extraVolumes: x}\n---\napiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthentication: []\n---\napiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources: {a: b}\n---\napiVersion: audit.k8s.io/v1\nkind: Policy\nrules: text\n")]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata: {name: [x], labels: {pod-security.kubernetes.io/enforce: [a]}}\n---\napiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nspec: 7\n---\napiVersion: v1\nkind: Secret\ndata: text\nstringData: [x]\n---\napiVersion: v1\nkind: ConfigMap\ndata: 7\n")]
    [InlineData("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: {scaleTargetRef: x, metrics: {a: b}}\n---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nspec: {selector: 7, minAvailable: [x]}\n---\napiVersion: apps/v1\nkind: StatefulSet\nspec: {volumeClaimTemplates: x, selector: 7, serviceName: [a]}\n---\napiVersion: batch/v1\nkind: CronJob\nspec: {jobTemplate: 7, schedule: {a: b}}\n")]
    public void Unknown_kinds_and_fields_break_no_rule(string text)
    {
        foreach (var mode in new[] { "default", "hardened", "all" })
        {
            using var tool = new ToolRun();
            tool.Write("a.yaml", text + "---\n" + Pod);
            tool.Run("scan", ".", "--mode", mode, "--format", "json", "--fail-on", "never");

            var found = Findings(tool);
            Assert.DoesNotContain(found, static finding => finding.StartsWith("HB0007", StringComparison.Ordinal));
            Assert.Contains($"HB3021@{text.Count(static c => c == '\n') + 6}", found);

            tool.Run("scan", ".", "--format", "kubesec", "--fail-on", "never");
            Assert.StartsWith("[", tool.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_broken_file_says_nothing_about_the_others()
    {
        using var tool = new ToolRun();
        tool.Write("a.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n");
        tool.Write("b.yaml", Pod);

        Assert.Equal(1, tool.Run("scan", ".", "--format", "json", "--diagnostics", "HB3021"));

        Assert.Equal(["HB0003", "HB3021"], Findings(tool).Select(static finding => finding.Split('@')[0]));
    }

    private static string Scan(string name, string text)
    {
        using var tool = new ToolRun();
        tool.Write(name, text);
        tool.Run("scan", Path.Combine(tool.Folder, name), "--format", "json", "--diagnostics", "HB3021");
        return string.Join(' ', Findings(tool));
    }

    private static List<string> Findings(ToolRun tool)
    {
        using var json = JsonDocument.Parse(tool.Output);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(static finding => $"{finding.GetProperty("id").GetString()}@{finding.GetProperty("startLine").GetInt32()}")];
    }
}
