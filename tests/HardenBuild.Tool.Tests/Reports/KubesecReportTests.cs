using System.Text.Json;

namespace HardenBuild.Tool.Tests.Reports;

public sealed class KubesecReportTests
{
    private const string Privileged = "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  containers:\n  - name: web\n    image: web:1.0\n    securityContext: {privileged: true}\n";

    [Fact]
    public void An_object_has_its_name_its_score_and_what_it_is_made_of()
    {
        using var tool = new ToolRun();
        tool.Write("k8s/web.yaml", Privileged);

        var score = Assert.Single(Run(tool));

        Assert.Equal(["object", "valid", "fileName", "message", "score", "scoring"], score.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("Pod/web.shop", score.GetProperty("object").GetString());
        Assert.True(score.GetProperty("valid").GetBoolean());
        Assert.Equal("k8s/web.yaml", score.GetProperty("fileName").GetString());
        Assert.Equal("Failed with a score of -30 points", score.GetProperty("message").GetString());
        Assert.Equal(-30, score.GetProperty("score").GetInt32());
        var critical = Assert.Single(score.GetProperty("scoring").GetProperty("critical").EnumerateArray());
        Assert.Equal(["id", "selector", "reason", "href", "points"], critical.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(("Privileged", -30), (critical.GetProperty("id").GetString(), critical.GetProperty("points").GetInt32()));
        Assert.Equal("containers[] .securityContext .privileged == true", critical.GetProperty("selector").GetString());
        Assert.EndsWith("/HB3001.md", critical.GetProperty("href").GetString(), StringComparison.Ordinal);
        Assert.False(score.GetProperty("scoring").TryGetProperty("passed", out _));
        Assert.Contains("RunAsNonRoot", Ids(score, "advise"));
    }

    [Fact]
    public void What_is_hardened_earns_points_that_are_its_score()
    {
        using var tool = new ToolRun();
        tool.Write("web.yaml", """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: web}
            spec:
              jobTemplate:
                spec:
                  template:
                    spec:
                      securityContext: {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: {type: RuntimeDefault}, appArmorProfile: {type: RuntimeDefault}}
                      containers:
                      - name: web
                        image: web:1.0
                        securityContext: {readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """);

        var score = Assert.Single(Run(tool));

        var passed = score.GetProperty("scoring").GetProperty("passed").EnumerateArray().ToList();
        Assert.Equal("CronJob/web.default", score.GetProperty("object").GetString());
        Assert.Superset(new HashSet<string> { "ApparmorAny", "SeccompAny", "RunAsNonRoot", "RunAsUser", "RunAsGroup", "ReadOnlyRootFilesystem", "CapDropAll", "CapDropAny" }, Ids(score, "passed").ToHashSet());
        Assert.Equal(passed.Sum(static check => check.GetProperty("points").GetInt32()), score.GetProperty("score").GetInt32());
        Assert.Equal($"Passed with a score of {score.GetProperty("score")} points", score.GetProperty("message").GetString());
        Assert.Equal("ApparmorAny", passed[0].GetProperty("id").GetString());
        Assert.DoesNotContain("AllowPrivilegeEscalation", Ids(score, "critical"));
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{allowPrivilegeEscalation: true}", "AllowPrivilegeEscalation")]
    [InlineData("{capabilities: {add: [SYS_ADMIN]}}", "CapSysAdmin")]
    [InlineData("{seccompProfile: {type: Unconfined}}", "SeccompUnconfined")]
    public void Only_what_is_written_costs_points(string context, string critical)
    {
        using var tool = new ToolRun();
        tool.Write("web.yaml", Privileged.Replace("{privileged: true}", context, StringComparison.Ordinal));

        Assert.Equal(critical, string.Join(' ', Ids(Assert.Single(Run(tool)), "critical")));
    }

    [Theory]
    [InlineData("/proc", "ProcMount")]
    [InlineData("\"/proc/sys\"", "ProcMount")]
    [InlineData("/etc", "")]
    [InlineData("/var/run/docker.sock", "DockerSock")]
    public void Paths_of_the_host_cost_points(string path, string critical)
    {
        using var tool = new ToolRun();
        tool.Write("web.yaml", $"apiVersion: v1\nkind: Pod\nmetadata: {{name: web}}\nspec:\n  containers: [{{name: web, image: a}}]\n  volumes: [{{name: v, hostPath: {{path: {path}}}}}]\n");

        Assert.Equal(critical, string.Join(' ', Ids(Assert.Single(Run(tool)), "critical")));
    }

    [Fact]
    public void One_container_that_does_not_deserve_a_point_is_enough_to_lose_it()
    {
        using var tool = new ToolRun();
        tool.Write("web.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: a, image: a, securityContext: {readOnlyRootFilesystem: true}}\n  - {name: b, image: b}\n");

        Assert.Contains("ReadOnlyRootFilesystem", Ids(Assert.Single(Run(tool)), "advise"));
    }

    [Fact]
    public void Every_object_of_every_file_is_reported_in_order()
    {
        using var tool = new ToolRun();
        tool.Write("b.yaml", Privileged);
        tool.Write("a.yaml", "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}\n- {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: x, image: y}]}}\n");
        tool.Write("a2.json", """{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"}, "spec": {"template": {"spec": {"hostPID": true, "containers": [{"name": "x", "image": "y"}]}}}}""");

        var scores = Run(tool);

        Assert.Equal(["ConfigMap/c.default", "Pod/p.default", "Deployment/d.default", "Pod/web.shop"], scores.Select(static score => score.GetProperty("object").GetString()));
        Assert.Equal("There is nothing to score in an object of this kind", scores[0].GetProperty("message").GetString());
        Assert.Equal("{}", scores[0].GetProperty("scoring").GetRawText());
        Assert.Equal(["HostPID"], Ids(scores[2], "critical"));
    }

    [Fact]
    public void A_document_that_is_no_yaml_is_invalid_and_the_others_are_scored()
    {
        using var tool = new ToolRun();
        tool.Write("web.yaml", Privileged + "---\nkind: [\n---\n" + Privileged);

        var scores = Run(tool);

        Assert.Equal(["Pod/web.shop", "Unknown", "Pod/web.shop"], scores.Select(static score => score.GetProperty("object").GetString()));
        Assert.Equal([true, false, true], scores.Select(static score => score.GetProperty("valid").GetBoolean()));
        Assert.Equal([-30, 0, -30], scores.Select(static score => score.GetProperty("score").GetInt32()));
        Assert.NotEqual("", scores[1].GetProperty("message").GetString());
    }

    [Fact]
    public void Severities_and_suppressions_change_nothing_of_the_score()
    {
        using var tool = new ToolRun();
        tool.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.HB3001.severity = none\n");
        tool.Write("web.yaml", "# hardenbuild:disable-file=HB3001 -- devices\n" + Privileged);

        Assert.Equal(-30, Assert.Single(Run(tool)).GetProperty("score").GetInt32());
    }

    [Fact]
    public void Without_manifests_the_report_is_an_empty_list()
    {
        using var tool = new ToolRun();
        tool.Write("Dockerfile", "FROM alpine:3.22\nUSER 1\n");

        Assert.Empty(Run(tool));
    }

    [Fact]
    public void Beside_another_report_each_has_its_own_place()
    {
        using var tool = new ToolRun();
        tool.Write("web.yaml", Privileged);

        Assert.Equal(1, tool.Run("scan", ".", "--format", "text", "--format", "kubesec", "--output", "score.json"));

        Assert.Contains("HB3001", tool.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(tool.Read("score.json"));
        Assert.Equal(1, json.RootElement.GetArrayLength());
    }

    private static List<JsonElement> Run(ToolRun tool)
    {
        tool.Run("scan", ".", "--format", "kubesec", "--fail-on", "never");
        Assert.Equal("", tool.Error.Replace("hardenbuild: warning", "", StringComparison.Ordinal).Trim());
        return [.. JsonDocument.Parse(tool.Output).RootElement.Clone().EnumerateArray()];
    }

    private static List<string> Ids(JsonElement score, string list) => score.GetProperty("scoring").TryGetProperty(list, out var checks)
        ? [.. checks.EnumerateArray().Select(static check => check.GetProperty("id").GetString()!)]
        : [];
}
