using System.Collections.Immutable;
using HardenBuild.Core.Tests.Yaml;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class ManifestReaderTests
{
    [Fact]
    public void Reads_the_objects_of_all_documents()
    {
        var objects = Read("apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: n}\n---\n# nothing\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {generateName: b-}\n");

        Assert.Equal(["Service/a", "Deployment/b-"], objects.Select(found => found.LogicalPath));
        Assert.True(objects[0].Namespace.Is("n"));
        Assert.Equal("", objects[0].ApiGroup);
        Assert.Equal("apps", objects[1].ApiGroup);
    }

    [Theory]
    [InlineData("List")]
    [InlineData("PodList")]
    public void Unwraps_lists(string kind) =>
        Assert.Equal(["Pod/a", "Pod/b"], Read($"apiVersion: v1\nkind: {kind}\nitems:\n- {{apiVersion: v1, kind: Pod, metadata: {{name: a}}}}\n- {{apiVersion: v1, kind: List, items: [{{apiVersion: v1, kind: Pod, metadata: {{name: b}}}}]}}\n").Select(found => found.LogicalPath));

    [Theory]
    [InlineData("services:\n  web: {}\n")]
    [InlineData("kind: Pod\n")]
    [InlineData("apiVersion: v1\n")]
    [InlineData("apiVersion: v1\nkind: [Pod]\n")]
    [InlineData("apiVersion: v1\nkind: {{ .Values.kind }}\n")]
    [InlineData("- a\n")]
    [InlineData("text")]
    [InlineData("")]
    public void Passes_over_what_is_no_object(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("v1", "Pod", "spec")]
    [InlineData("v1", "PodTemplate", "template.spec")]
    [InlineData("apps/v1", "Deployment", "spec.template.spec")]
    [InlineData("apps/v1", "StatefulSet", "spec.template.spec")]
    [InlineData("apps/v1", "DaemonSet", "spec.template.spec")]
    [InlineData("extensions/v1beta1", "ReplicaSet", "spec.template.spec")]
    [InlineData("v1", "ReplicationController", "spec.template.spec")]
    [InlineData("batch/v1", "Job", "spec.template.spec")]
    [InlineData("batch/v1", "CronJob", "spec.jobTemplate.spec.template.spec")]
    [InlineData("apps.openshift.io/v1", "DeploymentConfig", "spec.template.spec")]
    [InlineData("argoproj.io/v1alpha1", "Rollout", "spec.template.spec")]
    [InlineData("serving.knative.dev/v1", "Service", "spec.template.spec")]
    public void Finds_the_pod_of_a_workload(string apiVersion, string kind, string path)
    {
        var workload = Workload.From(Assert.Single(Read(Nest(apiVersion, kind, path))))!;

        Assert.Equal("a", Assert.Single(workload.Containers).DisplayName);
    }

    [Theory]
    [InlineData("v1", "Service", "spec.template.spec")]
    [InlineData("example.com/v1", "Deployment", "spec.template.spec")]
    [InlineData("example.com/v1", "Widget", "spec.template.spec")]
    [InlineData("v1", "Pod", "status")]
    public void Other_objects_are_no_workload(string apiVersion, string kind, string path) =>
        Assert.Null(Workload.From(Assert.Single(Read(Nest(apiVersion, kind, path)))));

    [Fact]
    public void Rollout_that_borrows_its_template_is_no_workload() =>
        Assert.Null(Workload.From(Assert.Single(Read("apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  workloadRef: {name: web}\n  template: {spec: {containers: []}}\n"))));

    [Theory]
    [InlineData("spec:")]
    [InlineData("spec: text")]
    [InlineData("spec: {template: [a]}")]
    [InlineData("spec: {template: {spec: null}}")]
    public void Malformed_workload_is_passed_over(string rest) =>
        Assert.Null(Workload.From(Assert.Single(Read("apiVersion: apps/v1\nkind: Deployment\n" + rest))));

    [Fact]
    public void Containers_keep_their_kind_and_order()
    {
        var workload = Workload.From(Assert.Single(Read(Manifests.Pod("initContainers: [{name: i}]\ncontainers: [{name: a}, text, {image: b}]\nephemeralContainers: [{name: e}]\n"))))!;

        Assert.Equal(["container/a", "container/#2", "initContainer/i", "ephemeralContainer/e"], workload.Containers.Select(container => container.LogicalPath));
    }

    private static string Nest(string apiVersion, string kind, string path)
    {
        var text = $"apiVersion: {apiVersion}\nkind: {kind}\n";
        var depth = 0;
        foreach (var key in path.Split('.'))
            text += new string(' ', 2 * depth++) + key + ":\n";
        return text + new string(' ', 2 * depth) + "containers: [{name: a}]\n";
    }

    private static ImmutableArray<KubernetesObject> Read(string text) => ManifestReader.Read(YamlDump.Parse(text), RuleOptions.Defaults).Objects;
}
